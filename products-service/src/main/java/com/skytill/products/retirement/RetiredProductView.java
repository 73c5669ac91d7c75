package com.skytill.products.retirement;

import com.skytill.products.product.ProductStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;

import java.time.Instant;

/** A product of either sort that may not be sold any more, as the answer shows it. For Jackson. */
@RegisterForReflection
record RetiredProductView(
        long productId, String productCode, String name, ProductSort sort, ProductStatus status, Instant retiredAt) {}
