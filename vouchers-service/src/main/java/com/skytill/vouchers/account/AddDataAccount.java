package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.vouchers.customer.Customer;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;

/** Gives a customer a data account. */
@Singleton
final class AddDataAccount implements Update<NewAccount, AddDataAccount.Checked> {

    /** What the account will have. */
    record Checked(Customer customer, ProductTerms product, AccountKind kind, BigDecimal agreedPrice) {}

    private final AccountStore store;
    private final AccountChecks checks;
    private final AccountPasswords passwords;
    private final PasswordGenerator generator;
    private final Clock clock;

    AddDataAccount(
            AccountStore store,
            AccountChecks checks,
            AccountPasswords passwords,
            PasswordGenerator generator,
            Clock clock) {
        this.store = store;
        this.checks = checks;
        this.passwords = passwords;
        this.generator = generator;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "add_data_account",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Adds a data account to a customer",
                        "Its terms are its product's, also after the product changes. A password that was made stands in password of"
                                + " the answer that adds the account, this once. A price that differs from the product's needs"
                                + " accounting_write.",
                        "data_account",
                        AccountView.class)
                .showingOnce("password")
                .failingBy(ProblemCode.ALREADY_EXISTS, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public NewAccount read(ParameterReader in) {
        return NewAccount.read(in);
    }

    @Override
    public Uni<Checked> check(NewAccount asked, Caller submitter) {
        return checks.customer(asked.customer())
                .flatMap(customer ->
                        checks.product(asked.product()).map(product -> checked(asked, customer, product, submitter)))
                .call(() -> checks.usernameIsFree("username", asked.username()))
                .call(() -> checks.addressIsFree(asked.staticIp()));
    }

    @Override
    public Uni<Outcome> apply(NewAccount asked, Checked checked, Caller submitter) {
        String password = asked.password() == null ? generator.next() : asked.password();
        return store.add(asked, checked, passwords.seal(password), passwords.mac(password), clock.instant())
                .map(id -> id.orElseThrow(AccountChecks::usernameTaken))
                .flatMap(store::get)
                .map(row -> Outcome.added("data_account", row.accountId, AccountView.of(row)))
                .map(outcome -> asked.password() == null ? outcome.showingOnce("password", password) : outcome);
    }

    private static Checked checked(NewAccount asked, Customer customer, ProductTerms product, Caller submitter) {
        var kind = AccountChecks.kind(product);
        return new Checked(customer, product, kind, AccountChecks.agreed(asked.price(), product.price(), submitter));
    }
}
