package com.skytill.vouchers.prepaid;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.operation.OperationDescription;
import com.skytill.platform.operation.Outcome;
import com.skytill.platform.operation.Section;
import com.skytill.platform.operation.Update;
import com.skytill.platform.parameter.ParameterReader;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.identity.Account;
import com.skytill.vouchers.identity.AccountLookupStore;
import com.skytill.vouchers.identity.AccountReference;
import com.skytill.vouchers.product.ProductCatalogue;
import com.skytill.vouchers.product.ProductKind;
import com.skytill.vouchers.product.ProductStatus;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;

/** Gives a prepaid account data, under its product's terms, frozen from now on. */
@Singleton
final class SubmitPrepaidDataAllocation
        implements Update<SubmitPrepaidDataAllocation.Parameters, SubmitPrepaidDataAllocation.Checked> {

    record Parameters(AccountReference account, String product, BigDecimal price, String comment) {}

    record Checked(Account account, ProductTerms terms) {}

    private final AccountLookupStore accounts;
    private final ProductCatalogue products;
    private final AllocationStore store;
    private final Clock clock;

    SubmitPrepaidDataAllocation(
            AccountLookupStore accounts, ProductCatalogue products, AllocationStore store, Clock clock) {
        this.accounts = accounts;
        this.products = products;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public OperationDescription description() {
        return OperationDescription.update(
                        "submit_prepaid_data_allocation",
                        Section.HOTSPOTS,
                        Permission.RADIUS_WRITE,
                        "Gives a prepaid account data",
                        "Give username or account_id. Several allocations run one after another, the one that expires first is used first."
                                + " A price that differs from the product's needs accounting_write.",
                        "allocation",
                        AllocationView.class)
                .failingBy(ProblemCode.NOT_FOUND, ProblemCode.ILLEGAL_STATE, ProblemCode.RULE_VIOLATED);
    }

    @Override
    public Parameters read(ParameterReader in) {
        return new Parameters(
                AccountReference.read(in),
                in.text("product_id", "A prepaid product: its ID or its product_code")
                        .max(50)
                        .example("PRE-10GB")
                        .mandatory(),
                in.money("price", "What is asked for it, when not the product's price; VAT included")
                        .optional(),
                in.lines("comment", "For staff").max(500).optional());
    }

    @Override
    public Uni<Checked> check(Parameters parameters, Caller submitter) {
        parameters.account().require("");
        // The product first: products-service may be asked, and the account's logins don't wait for that.
        return products.find(parameters.product())
                .map(found ->
                        found.orElseThrow(() -> ProblemException.parameter("product_id", "there is no such product")))
                .invoke(terms -> checkTerms(terms, parameters, submitter))
                .flatMap(terms -> accounts.lock(parameters.account())
                        .invoke(PrepaidAccounts::requireTaker)
                        .map(account -> new Checked(account, terms)));
    }

    @Override
    public Uni<Outcome> apply(Parameters parameters, Checked checked, Caller submitter) {
        var now = clock.instant();
        var terms = checked.terms();
        var price = parameters.price() == null ? terms.price() : parameters.price();
        return store.allocate(checked.account().accountId(), terms.productId(), price, parameters.comment(), now)
                .flatMap(store::get)
                .map(row -> Outcome.added("allocation", row.allocationId, AllocationView.of(row, now)));
    }

    private static void checkTerms(ProductTerms terms, Parameters parameters, Caller submitter) {
        if (terms.kind() != ProductKind.PREPAID) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "This product is not sold as prepaid data");
        }
        if (terms.status() == ProductStatus.RETIRED) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "This product is retired: it is not sold any more");
        }
        // Compared as amounts: 10 is 10.00.
        if (parameters.price() != null && parameters.price().compareTo(terms.price()) != 0) {
            submitter.require(Permission.ACCOUNTING_WRITE);
        }
    }
}
