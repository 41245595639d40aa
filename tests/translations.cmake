# SPDX-FileCopyrightText: DCS Workbench contributors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)

# Names each text of the sources that has no finished translation, and each translation that lost or invented a
# placeholder (%1, %n) or the mnemonic (&) of its text. FOLDER is where copies of the translation files may lie.
file(GLOB files "${SOURCE_DIR}/resources/translations/*.ts")
file(REMOVE_RECURSE "${FOLDER}")
file(COPY ${files} DESTINATION "${FOLDER}")
include("${SOURCE_DIR}/resources/translations/update.cmake")

# What of a text every translation of it has.
function(fixed_parts text result)
    string(REGEX MATCHALL "%L?[1-9n]" parts "${text}")
    list(TRANSFORM parts REPLACE "L" "")
    list(SORT parts)
    list(REMOVE_DUPLICATES parts)
    if(text MATCHES "&amp.[^ &]") # every & is written &amp; and every ; was replaced
        list(APPEND parts "a mnemonic")
    endif()
    list(JOIN parts ", " joined)
    set(${result} "${joined}" PARENT_SCOPE)
endfunction()

set(problems "")
foreach(language en fr)
    file(READ "${FOLDER}/dcs-workbench_${language}.ts" file)
    # They would tear the lists of CMake apart.
    string(REPLACE ";" "," file "${file}")
    string(REPLACE "[" "(" file "${file}")
    string(REPLACE "]" ")" file "${file}")
    string(REPLACE "</message>" ";" messages "${file}")
    foreach(message IN LISTS messages)
        if(message MATCHES "<name>([^<]*)</name>")
            set(context "${CMAKE_MATCH_1}")
        endif()
        if(NOT message MATCHES "<source>([^<]*)</source>")
            continue()
        endif()
        set(source "${CMAKE_MATCH_1}")
        set(place "dcs-workbench_${language}.ts, ${context}: “${source}”")
        fixed_parts("${source}" wanted)
        if(message MATCHES "type=.unfinished|<translation></translation>|<numerusform></numerusform>")
            string(APPEND problems "${place} has no finished translation\n")
            continue()
        endif()
        string(REGEX MATCHALL "(translation|numerusform)>[^<]*[^< \n][^<]*<" translations "${message}")
        foreach(translation IN LISTS translations)
            fixed_parts("${translation}" found)
            if(NOT found STREQUAL wanted)
                string(APPEND problems "${place} has “${wanted}”, its translation has “${found}”\n")
            endif()
        endforeach()
    endforeach()
endforeach()

if(problems)
    message(FATAL_ERROR "\n${problems}./dev translate brings the files up to date with the sources.")
endif()
