package com.skytill.products.retirement;

import com.skytill.platform.problem.ProblemCode;
import com.skytill.platform.problem.ProblemException;
import com.skytill.products.product.ProductStatus;

import java.time.Instant;

/** A product as far as retiring it needs to know. */
record SoldProduct(long productId, String productCode, String name, ProductSort sort, ProductStatus status) {

    /** Fails when there is nothing to retire any more. */
    SoldProduct requireActive() {
        if (status == ProductStatus.RETIRED) {
            throw new ProblemException(ProblemCode.ILLEGAL_STATE, "This product is retired already");
        }
        return this;
    }

    RetiredProductView retired(Instant at) {
        return new RetiredProductView(productId, productCode, name, sort, ProductStatus.RETIRED, at);
    }
}
