# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
set(CPACK_PACKAGE_NAME dcs-workbench)
set(CPACK_PACKAGE_VENDOR "DCS Workbench contributors")
set(CPACK_GENERATOR DEB)
include(CPack)
