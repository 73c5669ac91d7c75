package com.skytill.leads.lead;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.util.regex.Pattern;

/** What is known of a lead, as callers give it; absent values are null. */
record LeadFields(
        String name,
        String phone,
        String email,
        String companyName,
        String address,
        Double latitude,
        Double longitude,
        String source,
        String productId,
        String notes,
        String assignee) {

    // The forms of what other services keep; whether they have it is not asked (docs/leads.md).
    private static final Pattern PRODUCT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._@-]+");

    /** Those of a lead that is added. */
    static LeadFields readNew(ParameterReader in) {
        var fields = read(in, name(in).mandatory());
        if (!in.given("phone") && !in.given("email")) {
            in.refuse("phone", "is mandatory without an email");
        }
        return fields;
    }

    /** Those that change. */
    static LeadFields readChanges(ParameterReader in) {
        return read(in, name(in).optional());
    }

    private static Parameter<String> name(ParameterReader in) {
        return in.text("name", "Whom to ask for").max(100).example("Thandi Mokoena");
    }

    private static LeadFields read(ParameterReader in, String name) {
        var fields = new LeadFields(
                name,
                in.phone("phone", "A phone number; a lead has one, or an e-mail address, or both")
                        .optional(),
                in.email("email", "An e-mail address; a lead has one, or a phone number, or both")
                        .optional(),
                in.text("company_name", "The company")
                        .max(100)
                        .example("Acme Wireless")
                        .optional(),
                in.lines("address", "Where service is wanted")
                        .max(500)
                        .example("1 Loop Street, Cape Town")
                        .optional(),
                in.latitude("latitude", "Degrees north of the equator").optional(),
                in.longitude("longitude", "Degrees east of Greenwich").optional(),
                in.text("source", "Where the lead comes from, such as a promotion")
                        .max(100)
                        .example("Winter fair")
                        .optional(),
                in.text("product_id", "The product of interest: its ID or code")
                        .max(50)
                        .matching(
                                PRODUCT, "must be a product's ID or code: letters, digits, points, dashes, underscores")
                        .example("HOME-20")
                        .optional(),
                in.lines("notes", "Anything else")
                        .max(2000)
                        .example("Call after five")
                        .optional(),
                in.text("assignee", "The username of who looks after it")
                        .max(100)
                        .matching(USERNAME, "must be letters, digits, points, underscores, dashes and at signs")
                        .example("thandi")
                        .optional());
        in.bothOrNeither("latitude", "longitude");
        return fields;
    }

    /** Writes those that are given over what the lead has. */
    void putInto(Lead lead) {
        lead.name = or(name, lead.name);
        lead.phone = or(phone, lead.phone);
        lead.email = or(email, lead.email);
        lead.companyName = or(companyName, lead.companyName);
        lead.address = or(address, lead.address);
        lead.latitude = or(latitude, lead.latitude);
        lead.longitude = or(longitude, lead.longitude);
        lead.source = or(source, lead.source);
        lead.productId = or(productId, lead.productId);
        lead.notes = or(notes, lead.notes);
        lead.assignee = or(assignee, lead.assignee);
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
