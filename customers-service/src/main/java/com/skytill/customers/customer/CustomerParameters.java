package com.skytill.customers.customer;

import com.skytill.platform.parameter.Parameter;
import com.skytill.platform.parameter.ParameterReader;

import java.util.regex.Pattern;

/** What may be said of a customer, the same when it is added, changed and imported. */
final class CustomerParameters {

    // Not of digits alone, so that a customer reference is either an ID or a code.
    private static final Pattern CODE = Pattern.compile("(?!\\d+$)[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]*");
    private static final int REASON = 500;

    private CustomerParameters() {}

    /** Which customer an operation is about: its ID or accounting code. */
    static String reference(ParameterReader in) {
        return in.text("customer_id", "The customer's ID or accounting code")
                .max(20)
                .example("PIE001")
                .mandatory();
    }

    static Parameter<CustomerKind> kind(ParameterReader in) {
        return in.choice("kind", "Whether it is a person or a company", CustomerKind.class);
    }

    static Parameter<String> name(ParameterReader in) {
        return in.text("name", "The person's name; of a company, whom to ask for")
                .max(100)
                .example("Piet Slabbert");
    }

    static Parameter<String> phone(ParameterReader in) {
        return in.phone("phone", "A phone number");
    }

    static Parameter<String> email(ParameterReader in) {
        return in.email("email", "An e-mail address");
    }

    static Parameter<Long> billingGroup(ParameterReader in) {
        return in.id("billing_group_id", "The customers that it is billed with");
    }

    static Parameter<String> companyName(ParameterReader in) {
        return in.text("company_name", "The company's name; mandatory for a company, and for nobody else")
                .max(100)
                .example("Acme Wireless");
    }

    static Parameter<String> vatNumber(ParameterReader in) {
        return in.text("vat_number", "The company's VAT number")
                .max(30)
                .matching(VAT_NUMBER, "must be letters, digits, spaces, points, dashes and slashes")
                .example("4123456789");
    }

    static Parameter<String> accountingCode(ParameterReader in, String text) {
        return in.text("accounting_code", text)
                .max(20)
                .matching(CODE, "must be letters, digits, points, dashes, slashes and underscores, not digits alone")
                .example("PIE001");
    }

    static Parameter<Long> customerGroup(ParameterReader in) {
        return in.id("customer_group_id", "The customers that it is grouped with");
    }

    static Parameter<PaymentType> paymentType(ParameterReader in) {
        return in.choice("payment_type", "How it pays", PaymentType.class);
    }

    static Parameter<String> address(ParameterReader in) {
        return in.lines("address", "Where it is").max(500).example("1 Loop Street, Cape Town");
    }

    static Parameter<Double> latitude(ParameterReader in) {
        return in.latitude("latitude", "Degrees north of the equator");
    }

    static Parameter<Double> longitude(ParameterReader in) {
        return in.longitude("longitude", "Degrees east of Greenwich");
    }

    static Parameter<String> notes(ParameterReader in) {
        return in.lines("notes", "Anything else").max(2000).example("Gate code from the caretaker");
    }

    static Parameter<String> reason(ParameterReader in, String name) {
        return in.text(name, "Why, for those who look at the customer later")
                .max(REASON)
                .example("Unpaid since March");
    }
}
