using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业命令. What may be asked of an enterprise.</summary>
[GenerateSerializer, Immutable, Alias("enterprise.command")]
public abstract record EnterpriseCommand : Command;
