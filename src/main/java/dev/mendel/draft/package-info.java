/// First drafts of experiments: from what a program's `--help` says of its options, or from a few answers.
///
/// Help texts are made for people, by a dozen libraries; what is read out of them is a guess, and the draft
/// says so. Start reading at [dev.mendel.draft.Draft].
@NullMarked
package dev.mendel.draft;

import org.jspecify.annotations.NullMarked;
