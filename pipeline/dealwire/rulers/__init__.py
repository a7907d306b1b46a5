"""Rulers find mentions: each takes tokens and gives spans of tokens, nothing else."""
