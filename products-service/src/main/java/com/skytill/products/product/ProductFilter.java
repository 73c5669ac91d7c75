package com.skytill.products.product;

import com.skytill.platform.list.PageRequest;

/** Which products are asked for; null means any. With {@code changedSince}, retired ones too. */
record ProductFilter(ProductKind kind, Long groupId, Long typeId, String search, Long changedSince, PageRequest page) {}
