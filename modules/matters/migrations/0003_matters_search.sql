-- Each search reads the list of words that are not sorted into the index yet: it is kept short. Measured with 1,000,000 matters: by
-- default it grew to 4 MB and cost every search tens of milliseconds; without any list a report costs half as much again.
alter index matters.texts_words set (gin_pending_list_limit = 256);
