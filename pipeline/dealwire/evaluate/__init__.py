"""Evaluation of records against gold, from files; never loads spaCy.

sources    files → spans: gold, records, and the articles they stand in
match      spans of one article → pairs of gold and found
values     whether two values of an attribute are the same
counts     what is counted, and every figure as a ratio of counts
score      articles → counts and errors, which add up over articles
intervals  how sure a figure is: bootstrap over articles, Wilson for one rule
"""
