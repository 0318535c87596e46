/// What a stored run says, for people: tables of systems, beside what was reported of them elsewhere.
@NullMarked
package dev.mendel.report;

import org.jspecify.annotations.NullMarked;
