package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;

/** Changes a data account, but not its status. */
@Singleton
final class UpdateDataAccount implements Update<AccountChanges, UpdateDataAccount.Checked> {

    /** The account as it was found, and what of it its product decides. */
    record Checked(AccountRow before, long productId, BigDecimal agreedPrice) {}

    private final AccountStore store;
    private final AccountChecks checks;
    private final AccountPasswords passwords;
    private final PasswordGenerator generator;
    private final Clock clock;

    UpdateDataAccount(
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
                        "update_data_account",
                        Section.DATA_ACCOUNTS,
                        Permission.RADIUS_WRITE,
                        "Changes a data account",
                        "Give username or account_id. What is not given stays as it is; clear empties. Running sessions go on: a new"
                                + " product's speed reaches them at the next accounting update, a new username or password is asked"
                                + " for at the next login. Another product ends a price that was agreed, unless price is given too; a"
                                + " price that differs from the product's needs accounting_write. A password that was made stands in"
                                + " password of the answer that changes it, this once.",
                        "data_account",
                        AccountView.class)
                .showingOnce("password")
                .failingBy(
                        ProblemCode.NOT_FOUND,
                        ProblemCode.ALREADY_EXISTS,
                        ProblemCode.ILLEGAL_STATE,
                        ProblemCode.RULE_VIOLATED);
    }

    @Override
    public AccountChanges read(ParameterReader in) {
        return AccountChanges.read(in);
    }

    @Override
    public Uni<Checked> check(AccountChanges changes, Caller submitter) {
        changes.account().require("");
        // Whoever may have to be asked for the product is asked before the account is locked.
        return product(changes.product())
                .flatMap(product -> store.lock(changes.account())
                        .map(found -> found.orElseThrow(() -> ProblemException.notFound("data account")))
                        .map(before -> checked(changes, before, product, submitter)))
                .call(checked -> isFree(changes, checked.before()));
    }

    @Override
    public Uni<Outcome> apply(AccountChanges changes, Checked checked, Caller submitter) {
        String password = changes.generatePassword() ? generator.next() : changes.password();
        long id = checked.before().accountId;
        return store.update(changes, checked, clock.instant())
                .chain(() -> password == null
                        ? Uni.createFrom().voidItem()
                        : store.setPassword(id, passwords.seal(password), passwords.mac(password)))
                .chain(() -> store.get(id))
                .map(row -> Outcome.changed("data_account", id, AccountView.of(row)))
                .map(outcome -> changes.generatePassword() ? outcome.showingOnce("password", password) : outcome);
    }

    private Uni<Optional<ProductTerms>> product(String reference) {
        return reference == null
                ? Uni.createFrom().item(Optional.empty())
                : checks.product(reference).map(Optional::of);
    }

    private static Checked checked(
            AccountChanges changes, AccountRow before, Optional<ProductTerms> asked, Caller submitter) {
        if (before.status == AccountStatus.CANCELLED) {
            throw StatusChange.refused(before.status, "changed");
        }
        if (AccountParameters.isUsername(changes.password(), changes.username(before))) {
            throw ProblemException.parameter("password", "must not be the username");
        }
        var other = asked.filter(product -> product.productId() != before.productId);
        other.ifPresent(product -> AccountChecks.requireKind(product, before.kind));
        var standard = asked.map(ProductTerms::price).orElse(before.productPrice);
        boolean kept = changes.price() == null && other.isEmpty() && !changes.clearsPrice();
        return new Checked(
                before,
                asked.map(ProductTerms::productId).orElse(before.productId),
                kept ? before.agreedPrice : AccountChecks.agreed(changes.price(), standard, submitter));
    }

    private Uni<Void> isFree(AccountChanges changes, AccountRow before) {
        String username = changes.username(before);
        boolean renamed = !Username.loginKey(username).equals(Username.loginKey(before.username));
        String staticIp = changes.staticIp(before);
        return (renamed
                        ? checks.usernameIsFree("new_username", username)
                        : Uni.createFrom().voidItem())
                .chain(() ->
                        checks.addressIsFree(staticIp == null || staticIp.equals(before.staticIp) ? null : staticIp));
    }
}
