using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户事件. What can have happened to an account. No event carries a password or its hash: the journal is kept for ever (docs/decisions/0007-credentials.md).</summary>
public abstract record AccountEvent : Event;
