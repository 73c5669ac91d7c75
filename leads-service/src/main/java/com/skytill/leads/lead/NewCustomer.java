package com.skytill.leads.lead;

import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a customer needs beyond what is known of the lead that it is made from; absent values are null. */
record NewCustomer(
        CustomerKind kind,
        Long billingGroupId,
        String phone,
        String email,
        String companyName,
        String vatNumber,
        String accountingCode,
        Long customerGroupId,
        PaymentType paymentType) {

    static NewCustomer read(ParameterReader in) {
        var asked = new NewCustomer(
                in.choice("kind", "Whether the customer is a person or a company", CustomerKind.class)
                        .mandatory(),
                in.id("billing_group_id", "The customers that it is billed with")
                        .mandatory(),
                in.phone("phone", "Its phone number, when it is not the lead's; mandatory when the lead has none")
                        .optional(),
                in.email("email", "Its e-mail address, when it is not the lead's; mandatory when the lead has none")
                        .optional(),
                in.text(
                                "company_name",
                                "The company's name, when it is not the lead's; mandatory for a company when the lead"
                                        + " has none")
                        .max(100)
                        .example("Acme Wireless")
                        .optional(),
                in.text("vat_number", "The company's VAT number")
                        .max(30)
                        .example("4123456789")
                        .optional(),
                in.text("accounting_code", "Its code in the accounts; generated when absent")
                        .max(20)
                        .example("THA001")
                        .optional(),
                in.id("customer_group_id", "The customers that it is grouped with")
                        .optional(),
                in.choice("payment_type", "How it pays", PaymentType.class).optional());
        if (asked.kind == CustomerKind.INDIVIDUAL) {
            refuseForIndividuals(in, "company_name");
            refuseForIndividuals(in, "vat_number");
        }
        return asked;
    }

    private static void refuseForIndividuals(ParameterReader in, String parameter) {
        if (in.given(parameter)) {
            in.refuse(parameter, "is for companies only");
        }
    }

    /** Fails with {@code missing_parameter}, which names them, unless the lead has all that was not given. */
    void requireWhatIsMissing(Lead lead) {
        var faults = new ArrayList<ParameterFault>();
        if (phone == null && lead.phone == null) {
            faults.add(missing("phone"));
        }
        if (email == null && lead.email == null) {
            faults.add(missing("email"));
        }
        if (kind == CustomerKind.COMPANY && companyName == null && lead.companyName == null) {
            faults.add(missing("company_name"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }

    private static ParameterFault missing(String parameter) {
        return new ParameterFault(
                parameter, ProblemCode.MISSING_PARAMETER, "is mandatory: a customer has one, and the lead has none");
    }

    /** The parameters of customers-service's {@code add_customer}. */
    Map<String, String> parameters(Lead lead) {
        var customer = new TreeMap<String, String>();
        put(customer, "kind", kind.name().toLowerCase(Locale.ROOT));
        put(customer, "billing_group_id", billingGroupId);
        put(customer, "name", lead.name);
        put(customer, "phone", phone == null ? lead.phone : phone);
        put(customer, "email", email == null ? lead.email : email);
        if (kind == CustomerKind.COMPANY) {
            put(customer, "company_name", companyName == null ? lead.companyName : companyName);
        }
        put(customer, "vat_number", vatNumber);
        put(customer, "accounting_code", accountingCode);
        put(customer, "customer_group_id", customerGroupId);
        put(
                customer,
                "payment_type",
                paymentType == null ? null : paymentType.name().toLowerCase(Locale.ROOT));
        put(customer, "address", lead.address);
        put(customer, "latitude", plain(lead.latitude));
        put(customer, "longitude", plain(lead.longitude));
        put(customer, "notes", lead.notes);
        put(customer, "lead_id", lead.leadId);
        return customer;
    }

    private static String plain(Double degrees) {
        return degrees == null ? null : BigDecimal.valueOf(degrees).toPlainString();
    }

    private static void put(Map<String, String> customer, String name, Object value) {
        if (value != null) {
            customer.put(name, value.toString());
        }
    }
}
