package com.skytill.customers.customer;

import com.skytill.customers.word.WordList;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ParameterFault;
import com.skytill.platform.problem.Problem;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** What is to become of a customer; absent values are null and stay as they are, unless they are to be cleared. */
record CustomerChanges(
        String customer,
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
        String notes,
        Set<Clearable> clear) {

    static CustomerChanges read(ParameterReader in) {
        var changes = new CustomerChanges(
                CustomerParameters.reference(in),
                CustomerParameters.kind(in).optional(),
                CustomerParameters.name(in).optional(),
                CustomerParameters.phone(in).optional(),
                CustomerParameters.email(in).optional(),
                CustomerParameters.billingGroup(in).optional(),
                CustomerParameters.companyName(in).optional(),
                CustomerParameters.vatNumber(in).optional(),
                CustomerParameters.accountingCode(in, "Another code in the accounts, unique in whatever case")
                        .optional(),
                CustomerParameters.customerGroup(in).optional(),
                CustomerParameters.paymentType(in).optional(),
                CustomerParameters.address(in).optional(),
                CustomerParameters.latitude(in).optional(),
                CustomerParameters.longitude(in).optional(),
                CustomerParameters.notes(in).optional(),
                Objects.requireNonNullElse(
                        WordList.read(in, "clear", "What to empty, for an empty value stays as it is", Clearable.class),
                        Set.of()));
        for (var emptied : changes.clear) {
            String name = emptied.name().toLowerCase(Locale.ROOT);
            if (in.given(name)) {
                in.refuse(name, "can't be given and cleared");
            }
        }
        return changes;
    }

    /** Fails unless the customer, changed, is a whole one of its kind. */
    void check(Customer before) {
        var faults = new ArrayList<ParameterFault>();
        boolean company = or(kind, before.kind) == CustomerKind.COMPANY;
        boolean named = or(companyName, kept(Clearable.COMPANY_NAME, before.companyName)) != null;
        boolean taxed = or(vatNumber, kept(Clearable.VAT_NUMBER, before.vatNumber)) != null;
        if (company && !named) {
            faults.add(fault("company_name", "is mandatory for a company"));
        }
        if (!company && named) {
            faults.add(fault("company_name", "is for companies only; clear it"));
        }
        if (!company && taxed) {
            faults.add(fault("vat_number", "is for companies only; clear it"));
        }
        boolean north = or(latitude, kept(Clearable.LATITUDE, before.latitude)) != null;
        boolean east = or(longitude, kept(Clearable.LONGITUDE, before.longitude)) != null;
        if (north != east) {
            faults.add(
                    north
                            ? fault("longitude", "is mandatory with latitude")
                            : fault("latitude", "is mandatory with longitude"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.of(faults));
        }
    }

    /** The accounting code to be given, if it is another one than the customer has. */
    String newCode(Customer before) {
        return accountingCode == null || accountingCode.equalsIgnoreCase(before.accountingCode) ? null : accountingCode;
    }

    /** Makes the changes. */
    void apply(Customer customer) {
        customer.kind = or(kind, customer.kind);
        customer.name = or(name, customer.name);
        customer.phone = or(phone, customer.phone);
        customer.email = or(email, customer.email);
        customer.billingGroupId = or(billingGroupId, customer.billingGroupId);
        customer.companyName = or(companyName, kept(Clearable.COMPANY_NAME, customer.companyName));
        customer.vatNumber = or(vatNumber, kept(Clearable.VAT_NUMBER, customer.vatNumber));
        customer.accountingCode = or(accountingCode, customer.accountingCode);
        customer.customerGroupId = or(customerGroupId, kept(Clearable.CUSTOMER_GROUP_ID, customer.customerGroupId));
        customer.paymentType = or(paymentType, kept(Clearable.PAYMENT_TYPE, customer.paymentType));
        customer.address = or(address, kept(Clearable.ADDRESS, customer.address));
        customer.latitude = or(latitude, kept(Clearable.LATITUDE, customer.latitude));
        customer.longitude = or(longitude, kept(Clearable.LONGITUDE, customer.longitude));
        customer.notes = or(notes, kept(Clearable.NOTES, customer.notes));
    }

    private <T> T kept(Clearable what, T present) {
        return clear.contains(what) ? null : present;
    }

    private static <T> T or(T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static ParameterFault fault(String parameter, String message) {
        return new ParameterFault(parameter, ProblemCode.INVALID_PARAMETER, message);
    }
}
