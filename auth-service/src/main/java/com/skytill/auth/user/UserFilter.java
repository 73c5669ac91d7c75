package com.skytill.auth.user;

import com.skytill.platform.list.PageRequest;

/** Which users are asked for; null means any. */
record UserFilter(String search, Boolean active, PageRequest page) {}
