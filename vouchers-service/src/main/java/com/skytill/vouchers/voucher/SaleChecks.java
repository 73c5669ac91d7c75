package com.skytill.vouchers.voucher;

import com.skytill.platform.caller.Caller;
import com.skytill.platform.caller.Permission;
import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.vouchers.hotspot.HotspotStore;
import com.skytill.vouchers.product.ProductCatalogue;
import com.skytill.vouchers.product.ProductKind;
import com.skytill.vouchers.product.ProductStatus;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;

/** Whether vouchers may be issued as somebody asks for them: the same for one and for a batch. */
@Singleton
public final class SaleChecks {

    private final ProductCatalogue products;
    private final HotspotStore hotspots;
    private final Clock clock;

    SaleChecks(ProductCatalogue products, HotspotStore hotspots, Clock clock) {
        this.products = products;
        this.hotspots = hotspots;
        this.clock = clock;
    }

    /**
     * The terms of the product, when vouchers of it may be issued so; fails with the parameter or the rule that is in the way.
     *
     * @param price null for the product's own; another needs accounting_write
     * @param hotspotId null for none
     * @param useBefore null for none
     */
    public Uni<ProductTerms> check(
            String product, Long hotspotId, BigDecimal price, Instant useBefore, Caller submitter) {
        if (useBefore != null && !useBefore.isAfter(clock.instant())) {
            throw ProblemException.parameter("use_before", "must be in the future");
        }
        return products.find(product)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.parameter("product_id", "there is no such product")))
                .invoke(terms -> checkTerms(terms, price, submitter))
                .call(ignored -> checkHotspot(hotspotId));
    }

    private static void checkTerms(ProductTerms terms, BigDecimal price, Caller submitter) {
        if (terms.kind() != ProductKind.HOTSPOT) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "This product is not sold as hotspot vouchers");
        }
        if (terms.status() == ProductStatus.RETIRED) {
            throw new ProblemException(ProblemCode.RULE_VIOLATED, "This product is retired: it is not sold any more");
        }
        // Compared as amounts: 10 is 10.00.
        if (price != null && price.compareTo(terms.price()) != 0) {
            submitter.require(Permission.ACCOUNTING_WRITE);
        }
    }

    private Uni<Void> checkHotspot(Long hotspotId) {
        if (hotspotId == null) {
            return Uni.createFrom().voidItem();
        }
        return hotspots.has(hotspotId)
                .invoke(found -> {
                    if (!found) {
                        throw ProblemException.parameter("hotspot_id", "there is none with this ID");
                    }
                })
                .replaceWithVoid();
    }
}
