package com.skytill.customers.customer;

import com.skytill.platform.parameter.ParameterReader;

import java.time.Instant;

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

    static NewCustomer read(ParameterReader in) {
        var customer = new NewCustomer(
                CustomerParameters.kind(in).mandatory(),
                CustomerParameters.name(in).mandatory(),
                CustomerParameters.phone(in).mandatory(),
                CustomerParameters.email(in).mandatory(),
                CustomerParameters.billingGroup(in).mandatory(),
                CustomerParameters.companyName(in).optional(),
                CustomerParameters.vatNumber(in).optional(),
                CustomerParameters.accountingCode(
                                in, "Its code in the accounts, unique in whatever case; generated when absent")
                        .optional(),
                CustomerParameters.customerGroup(in).optional(),
                CustomerParameters.paymentType(in).optional(),
                CustomerParameters.address(in).optional(),
                CustomerParameters.latitude(in).optional(),
                CustomerParameters.longitude(in).optional(),
                CustomerParameters.notes(in).optional());
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

    /** The same with that accounting code. */
    NewCustomer coded(String code) {
        return new NewCustomer(
                kind,
                name,
                phone,
                email,
                billingGroupId,
                companyName,
                vatNumber,
                code,
                customerGroupId,
                paymentType,
                address,
                latitude,
                longitude,
                notes);
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
