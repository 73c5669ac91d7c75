package com.skytill.vouchers.account;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.customer.Customer;
import com.skytill.vouchers.customer.CustomerDirectory;
import com.skytill.vouchers.customer.CustomerStatus;
import com.skytill.vouchers.product.ProductCatalogue;
import com.skytill.vouchers.product.ProductStatus;
import com.skytill.vouchers.product.ProductTerms;
import com.skytill.vouchers.voucher.VoucherCode;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** What must hold of a data account before it is added or changed. */
@Singleton
final class AccountChecks {

    private final CustomerDirectory customers;
    private final ProductCatalogue products;
    private final AccountStore store;

    AccountChecks(CustomerDirectory customers, ProductCatalogue products, AccountStore store) {
        this.customers = customers;
        this.products = products;
        this.store = store;
    }

    /** The customer; fails when there is none, or it has no access. */
    Uni<Customer> customer(String reference) {
        return customers
                .find(reference)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.parameter("customer_id", "there is no such customer")))
                .invoke(customer -> {
                    if (customer.status() != CustomerStatus.ACTIVE) {
                        throw violated(
                                "The customer is " + customer.status().name().toLowerCase(Locale.ROOT));
                    }
                });
    }

    /** The product; fails when there is none. */
    Uni<ProductTerms> product(String reference) {
        return products.find(reference)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.parameter("product_id", "there is no such product")));
    }

    /** What an account of that product is; fails when it is not sold to accounts. */
    static AccountKind kind(ProductTerms product) {
        var kind = AccountKind.of(product.kind())
                .orElseThrow(() -> violated("This product is sold as hotspot vouchers, not for data accounts"));
        if (product.status() == ProductStatus.RETIRED) {
            throw violated("This product is retired: it is not sold any more");
        }
        return kind;
    }

    /** Fails unless an account of that kind may get that product. */
    static void requireKind(ProductTerms product, AccountKind present) {
        if (kind(product) != present) {
            throw violated(
                    present == AccountKind.PREPAID
                            ? "This is a prepaid account; the product is for others"
                            : "This account is not prepaid; the product is for prepaid accounts");
        }
    }

    /**
     * The price to be kept: none when it is the product's, however it is written. Another one needs {@code accounting_write}.
     *
     * @param standard the product's price
     */
    static BigDecimal agreed(BigDecimal price, BigDecimal standard, Caller submitter) {
        if (price == null || price.compareTo(standard) == 0) {
            return null;
        }
        submitter.require(Permission.ACCOUNTING_WRITE);
        return price;
    }

    /** Fails when the username is another account's, or could be meant for a voucher: a login looks for accounts first. */
    Uni<Void> usernameIsFree(String parameter, String username) {
        String own = Username.loginKey(username);
        String voucher = VoucherCode.loginKey(username);
        return store.taken(List.of(own, voucher))
                .invoke(taken -> {
                    if (taken.contains(own)) {
                        throw usernameTaken();
                    }
                    if (taken.contains(voucher)) {
                        throw ProblemException.parameter(parameter, "is the code of a voucher");
                    }
                })
                .replaceWithVoid();
    }

    static ProblemException usernameTaken() {
        return new ProblemException(ProblemCode.ALREADY_EXISTS, "Another data account has this username already");
    }

    /** Fails when another account has the address; passes over null. */
    Uni<Void> addressIsFree(String staticIp) {
        if (staticIp == null) {
            return Uni.createFrom().voidItem();
        }
        return store.hasAddress(staticIp)
                .invoke(taken -> {
                    if (taken) {
                        throw new ProblemException(
                                ProblemCode.ALREADY_EXISTS, "Another data account has this static_ip already");
                    }
                })
                .replaceWithVoid();
    }

    private static ProblemException violated(String detail) {
        return new ProblemException(ProblemCode.RULE_VIOLATED, detail);
    }
}
