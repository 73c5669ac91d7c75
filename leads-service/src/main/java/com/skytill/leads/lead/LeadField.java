package com.skytill.leads.lead;

import com.skytill.platform.parameter.ParameterReader;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A field of a lead that may be emptied; an empty parameter counts as absent, so it must be said. */
enum LeadField {
    PHONE,
    EMAIL,
    COMPANY_NAME,
    ADDRESS,
    LATITUDE,
    LONGITUDE,
    SOURCE,
    PRODUCT_ID,
    NOTES,
    ASSIGNEE;

    private static final String PARAMETER = "clear";
    private static final String NAMES =
            Arrays.stream(values()).map(LeadField::code).collect(Collectors.joining(", "));

    /** Those that are to be emptied; none of them may be given a value too. */
    static Set<LeadField> readCleared(ParameterReader in) {
        var list = in.text(PARAMETER, "Fields to empty, comma-separated, of " + NAMES)
                .max(200)
                .which(LeadField::areFields, "must be names of these, comma-separated: " + NAMES)
                .example("assignee,notes")
                .optional();
        var cleared = EnumSet.noneOf(LeadField.class);
        if (list == null) {
            return cleared;
        }
        Arrays.stream(list.split(",", -1))
                .forEach(name -> cleared.add(find(name).orElseThrow()));
        cleared.stream()
                .filter(field -> in.given(field.code()))
                .forEach(field -> in.refuse(field.code(), "is named by " + PARAMETER + " too"));
        if (cleared.contains(LATITUDE) != cleared.contains(LONGITUDE)) {
            in.refuse(PARAMETER, "must name both latitude and longitude, or neither");
        }
        return cleared;
    }

    /** Empties it. */
    void empty(Lead lead) {
        switch (this) {
            case PHONE -> lead.phone = null;
            case EMAIL -> lead.email = null;
            case COMPANY_NAME -> lead.companyName = null;
            case ADDRESS -> lead.address = null;
            case LATITUDE -> lead.latitude = null;
            case LONGITUDE -> lead.longitude = null;
            case SOURCE -> lead.source = null;
            case PRODUCT_ID -> lead.productId = null;
            case NOTES -> lead.notes = null;
            case ASSIGNEE -> lead.assignee = null;
        }
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean areFields(String list) {
        return Arrays.stream(list.split(",", -1)).allMatch(name -> find(name).isPresent());
    }

    private static Optional<LeadField> find(String name) {
        return Arrays.stream(values())
                .filter(field -> field.code().equals(name.strip()))
                .findFirst();
    }
}
