# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
#
# How every target of the house is compiled. Targets and properties only; nothing global.

# The flags that library, program and test share. An interface target, so that they are said once.
add_library(dcs_build_options INTERFACE)
target_compile_features(dcs_build_options INTERFACE cxx_std_20)
target_compile_options(dcs_build_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough
    # GCC 12 sees overlaps in std::string that are not there (GCC bug 105329).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    $<$<BOOL:${DCS_WERROR}>:-Werror>)
target_compile_definitions(dcs_build_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    DCS_VERSION="${PROJECT_VERSION}")
if(DCS_FUZZ)
    # Coverage of the libraries is what guides the fuzzer.
    target_compile_options(dcs_build_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(DCS_SANITIZE)
    target_compile_options(dcs_build_options INTERFACE
        -fsanitize=${DCS_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(dcs_build_options INTERFACE -fsanitize=${DCS_SANITIZE})
endif()

# dcs_library(name SOURCES file... PUBLIC lib... PRIVATE lib...)
# One layer of src/: a static library named lib_<name>.
function(dcs_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(lib_${name} STATIC ${ARG_SOURCES})
    set_target_properties(lib_${name} PROPERTIES AUTOMOC ON OUTPUT_NAME dcs_${name} CXX_EXTENSIONS OFF)
    target_include_directories(lib_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(lib_${name} PUBLIC ${ARG_PUBLIC} PRIVATE dcs_build_options ${ARG_PRIVATE})
endfunction()

# dcs_test(name SOURCES file... LIBS lib... [LABELS label...] [TIMEOUT seconds])
# One GoogleTest program, its cases found when ctest runs (a display is not needed to build).
function(dcs_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON CXX_EXTENSIONS OFF
        RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    target_include_directories(${name} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE
        DCS_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
        DCS_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        DCS_BIN_DIR="${PROJECT_BINARY_DIR}/bin")
    target_link_libraries(${name} PRIVATE dcs_build_options test_support ${ARG_LIBS})
    set(properties TIMEOUT ${ARG_TIMEOUT})
    if(ARG_LABELS)
        list(APPEND properties LABELS ${ARG_LABELS})
    endif()
    # The test presets set offscreen, C.UTF-8 and UTC; the tests' main does so for who starts a program by hand.
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES ${properties})
endfunction()
