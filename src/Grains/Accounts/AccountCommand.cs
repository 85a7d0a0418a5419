using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Accounts;

/// <summary>账户命令. What an account can be asked. Passwords are left out of a command's JSON, and so out of the input's hash in the table <c>command</c>, which would otherwise be an unsalted hash of them.</summary>
[GenerateSerializer, Immutable, Alias("account.command")]
public abstract record AccountCommand : Command;
