package com.skytill.auth.settings;

import com.skytill.auth.word.KnownWords;
import com.skytill.platform.parameter.ParameterReader;

import java.util.List;
import java.util.regex.Pattern;

/** What is to become of the settings; absent values are null and stay as they are. */
record SettingsChanges(String companyName, String address, String contact, String dateFormat, List<String> modules) {

    private static final Pattern DATE_FORMAT =
            Pattern.compile("(yyyy-MM-dd|dd/MM/yyyy|MM/dd/yyyy|dd\\.MM\\.yyyy|d MMMM yyyy)");

    static SettingsChanges read(ParameterReader in) {
        var changes = new SettingsChanges(
                in.text("company_name", "The WISP's name").max(100).optional(),
                in.lines("address", "Where it is").max(500).optional(),
                in.lines("contact", "How customers reach it").max(500).optional(),
                in.text(
                                "date_format",
                                "How clients write dates: yyyy-MM-dd, dd/MM/yyyy, MM/dd/yyyy, dd.MM.yyyy or d MMMM yyyy")
                        .matching(DATE_FORMAT, "must be yyyy-MM-dd, dd/MM/yyyy, MM/dd/yyyy, dd.MM.yyyy or d MMMM yyyy")
                        .optional(),
                KnownWords.readOrNone(in, "enabled_modules", "The parts that clients offer, all of them", Modules.ALL));
        boolean some = in.given("company_name") || in.given("address") || in.given("contact");
        if (!some && !in.given("date_format") && !in.given("enabled_modules")) {
            in.refuse(
                    "company_name",
                    "give at least one of company_name, address, contact, date_format and enabled_modules");
        }
        return changes;
    }
}
