package com.skytill.customers.customer;

import com.skytill.platform.parameter.ParameterReader;

import java.time.Instant;
import java.util.regex.Pattern;

/** A customer as it is asked for; absent values are null. */
record NewCustomer(
        CustomerKind kind,
        String name,
        String phone,
        String email,
        Long billingGroupId,
        String companyName,
        String vatNumber,
        String accountingCode,
        Long customerGroupId,
        PaymentType paymentType,
        String address,
        Double latitude,
        Double longitude,
        String notes) {

    // Not of digits alone, so that a customer reference is either an ID or a code.
    private static final Pattern CODE = Pattern.compile("(?!\\d+$)[A-Za-z0-9][A-Za-z0-9._/-]*");
    private static final Pattern VAT_NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./-]*");

    static NewCustomer read(ParameterReader in) {
        var customer = new NewCustomer(
                in.choice("kind", "Whether it is a person or a company", CustomerKind.class)
                        .mandatory(),
                in.text("name", "The person's name; of a company, whom to ask for")
                        .max(100)
                        .mandatory(),
                in.phone("phone", "A phone number").mandatory(),
                in.email("email", "An e-mail address").mandatory(),
                in.id("billing_group_id", "The customers that it is billed with")
                        .mandatory(),
                in.text("company_name", "The company's name; mandatory for a company, and for nobody else")
                        .max(100)
                        .optional(),
                in.text("vat_number", "The company's VAT number")
                        .max(30)
                        .matching(VAT_NUMBER, "must be letters, digits, spaces, points, dashes and slashes")
                        .optional(),
                in.text("accounting_code", "Its code in the accounts, unique in whatever case; generated when absent")
                        .max(20)
                        .matching(
                                CODE,
                                "must be letters, digits, points, dashes, slashes and underscores, not digits alone")
                        .optional(),
                in.id("customer_group_id", "The customers that it is grouped with")
                        .optional(),
                in.choice("payment_type", "How it pays", PaymentType.class).optional(),
                in.lines("address", "Where it is").max(500).optional(),
                in.latitude("latitude", "Degrees north of the equator").optional(),
                in.longitude("longitude", "Degrees east of Greenwich").optional(),
                in.lines("notes", "Anything else").max(2000).optional());
        in.bothOrNeither("latitude", "longitude");
        if (customer.kind == CustomerKind.COMPANY && !in.given("company_name")) {
            in.refuse("company_name", "is mandatory for a company");
        }
        if (customer.kind == CustomerKind.INDIVIDUAL) {
            refuseForIndividuals(in, "company_name");
            refuseForIndividuals(in, "vat_number");
        }
        return customer;
    }

    private static void refuseForIndividuals(ParameterReader in, String parameter) {
        if (in.given(parameter)) {
            in.refuse(parameter, "is for companies only");
        }
    }

    /** The letters that its accounting code begins with when it is generated. */
    String accountingPrefix() {
        return kind == CustomerKind.COMPANY
                ? AccountingPrefix.ofCompany(companyName)
                : AccountingPrefix.ofIndividual(name);
    }

    /** The customer that it becomes. */
    Customer toCustomer(String code, Instant createdAt) {
        var customer = new Customer();
        customer.accountingCode = code;
        customer.kind = kind;
        customer.status = CustomerStatus.ACTIVE;
        customer.name = name;
        customer.companyName = companyName;
        customer.vatNumber = vatNumber;
        customer.phone = phone;
        customer.email = email;
        customer.billingGroupId = billingGroupId;
        customer.customerGroupId = customerGroupId;
        customer.paymentType = paymentType;
        customer.address = address;
        customer.latitude = latitude;
        customer.longitude = longitude;
        customer.notes = notes;
        customer.createdAt = createdAt;
        return customer;
    }
}
