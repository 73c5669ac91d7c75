package com.skytill.customers.customer;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.util.List;

/** Adds a customer, gives it an accounting code, and tells which customers may be the same. */
@Singleton
final class AddCustomer implements Update<NewCustomer, List<Customer>> {

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
                                + " address, however they are written.",
                        "customer",
                        CustomerView.class)
                .listing("possible_duplicates", CustomerView.class);
    }

    @Override
    public NewCustomer read(ParameterReader in) {
        return NewCustomer.read(in);
    }

    @Override
    public Uni<List<Customer>> check(NewCustomer asked, Caller submitter) {
        return checks.codeIsFree(asked.accountingCode())
                .chain(() -> checks.groupsAreKnown(asked.billingGroupId(), asked.customerGroupId()))
                .chain(() -> store.duplicates(asked.phone(), asked.email()));
    }

    @Override
    public Uni<Outcome> apply(NewCustomer asked, List<Customer> duplicates, Caller submitter) {
        return code(asked)
                .flatMap(code -> store.add(asked.toCustomer(code, clock.instant())))
                .map(added -> Outcome.added("customer", added.customerId, CustomerView.of(added))
                        .with(
                                "possible_duplicates",
                                duplicates.stream().map(CustomerView::of).toList()));
    }

    private Uni<String> code(NewCustomer asked) {
        return asked.accountingCode() == null
                ? codes.next(asked.accountingPrefix())
                : codes.reserve(asked.accountingCode());
    }
}
