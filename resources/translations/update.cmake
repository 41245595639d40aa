# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
#
# Brings the translation files up to date with the sources: cmake -DLUPDATE=… -P resources/translations/update.cmake
# The test `translations` does the same with copies of them, in FOLDER.
get_filename_component(root "${CMAKE_CURRENT_LIST_DIR}/../.." ABSOLUTE)
if(NOT FOLDER)
    set(FOLDER "${CMAKE_CURRENT_LIST_DIR}")
endif()
set(update "${LUPDATE}" -silent -no-obsolete -locations none -source-language en src ui)
# English needs its plural forms only.
set(en -pluralonly)
set(fr)
foreach(language en fr)
    execute_process(COMMAND ${update} ${${language}} -target-language ${language}
            -ts "${FOLDER}/dcs-workbench_${language}.ts"
        WORKING_DIRECTORY "${root}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()
