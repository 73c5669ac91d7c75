package com.skytill.products.nondata;

import com.skytill.platform.list.PageRequest;

/** Which non-data products are asked for; null means any. */
record NonDataFilter(Long groupId, Long typeId, String search, PageRequest page) {}
