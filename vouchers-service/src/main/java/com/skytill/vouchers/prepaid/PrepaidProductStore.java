package com.skytill.vouchers.prepaid;

import com.skytill.platform.list.EntityList;
import com.skytill.platform.list.PageRequest;
import com.skytill.vouchers.product.ProductKind;
import com.skytill.vouchers.product.ProductStatus;
import com.skytill.vouchers.product.ProductTerms;
import io.smallrye.mutiny.Uni;

import jakarta.inject.Singleton;

import java.util.List;

/** Reads what is sold of the products' replica; in the session of the caller. */
@Singleton
final class PrepaidProductStore {

    Uni<List<ProductTerms>> list(PageRequest page) {
        return EntityList.of(ProductTerms.class)
                .where("kind = :kind", "kind", ProductKind.PREPAID)
                .where("status = :status", "status", ProductStatus.ACTIVE)
                .where("productId > :after", "after", page.afterId())
                .inOrderOf("productId", page.limit() + 1);
    }
}
