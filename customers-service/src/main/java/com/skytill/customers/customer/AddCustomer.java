package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Adds a customer, gives it an accounting code, and tells which customers may be the same. */
@Singleton
final class AddCustomer implements Update<AddCustomer.Parameters, List<Customer>> {

    record Parameters(NewCustomer customer, Long leadId) {}

    private final CustomerStore store;
    private final CustomerChecks checks;
    private final AccountingCodeStore codes;
    private final Clock clock;

    AddCustomer(CustomerStore store, CustomerChecks checks, AccountingCodeStore codes, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.codes = codes;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_customer",
                        Section.CUSTOMERS,
                        Permission.CUSTOMERS_WRITE,
                        "Adds a customer",
                        "A generated accounting_code has three letters of the first name, or of the company's name, and a number:"
                                + " PIE001. possible_duplicates of the answer has the customers with the same phone number or e-mail"
                                + " address, however they are written. Of a lead_id there is one customer at the most: a second one is"
                                + " refused by already_exists.",
                        "customer",
                        CustomerView.class)
                .listing("possible_duplicates", CustomerView.class)
                .failingBy(ProblemCode.ALREADY_EXISTS);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                NewCustomer.read(in),
                in.id(
                                "lead_id",
                                "The sales lead that it is made of, which convert_sales_lead gives; it is kept, not checked")
                        .optional());
    }

    @Override
    public Uni<List<Customer>> check(Parameters parameters, Caller submitter) {
        var asked = parameters.customer();
        return checks.leadIsNone(parameters.leadId())
                .chain(() -> checks.codeIsFree(asked.accountingCode()))
                .chain(() -> checks.groupsAreKnown(asked.billingGroupId(), asked.customerGroupId()))
                .chain(() -> store.duplicates(asked.phone(), asked.email()));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, List<Customer> duplicates, Caller submitter) {
        return code(parameters.customer())
                .map(code -> customer(parameters, code))
                .flatMap(store::add)
                .map(added -> Outcome.added("customer", added.customerId, CustomerView.of(added))
                        .with(
                                "possible_duplicates",
                                duplicates.stream().map(CustomerView::of).toList()));
    }

    private Customer customer(Parameters parameters, String code) {
        var customer = parameters.customer().toCustomer(code, clock.instant());
        customer.leadId = parameters.leadId();
        return customer;
    }

    private Uni<String> code(NewCustomer asked) {
        return asked.accountingCode() == null
                ? codes.next(asked.accountingPrefix())
                : codes.reserve(asked.accountingCode());
    }
}
