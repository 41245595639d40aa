# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
#
# What is installed beside the programs, and the .deb that CPack makes of it (./dev package).
set(app_id io.github.dcs_workbench.DcsWorkbench)

if(DCS_GUI)
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/${app_id}.desktop" DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/${app_id}.metainfo.xml" DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
    install(FILES "${CMAKE_CURRENT_LIST_DIR}/${app_id}.svg"
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
endif()
install(FILES "${CMAKE_CURRENT_LIST_DIR}/dcs.1" DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME dcs-workbench)
set(CPACK_PACKAGE_VENDOR "DCS Workbench contributors")
set(CPACK_PACKAGE_CONTACT "DCS Workbench contributors <dev@dcs-workbench.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_HOMEPAGE_URL "https://dcs-workbench.example/")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# libcrypto is loaded at run time, when the sandbox is asked for TLS; shlibdeps cannot see that.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libssl3")
# The buttons and file dialogs of Qt itself, in the languages of the window; what QtKeychain asks where there is one.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-translations-l10n, libsecret-1-0")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
