"""Evaluation of records against gold, from files; never loads spaCy.

sources    files to spans: gold, records, and the articles they stand in
match      spans of one article to pairs of gold and found
values     whether two values of an attribute are the same
counts     what is counted, and every figure as a ratio of counts
score      articles to counts and pairs, which add up over articles
intervals  how sure a figure is: bootstrap over articles, Wilson for one rule
errors     what went wrong, in the sentence where it did
rules      the precision of each rule, and whether its confidence holds
figures, report      all of it worked out once
terminal, marking, html, output      and shown or written
gates, floors        and held to what must be reached
compare    two runs on the same gold
hygiene, agreement   gold itself
"""
