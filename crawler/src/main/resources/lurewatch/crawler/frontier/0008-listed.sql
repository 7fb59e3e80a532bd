-- Postings that a list has shown on a page whose next page is known, by a fingerprint of the list and
-- the posting's address. What is forgotten here counts as new, which costs a walk along the list.
CREATE TABLE listed (
    print INTEGER PRIMARY KEY
) STRICT;
