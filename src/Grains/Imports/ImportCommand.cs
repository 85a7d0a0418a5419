using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入命令. What may be asked of an import.</summary>
[GenerateSerializer, Immutable, Alias("import.command")]
public abstract record ImportCommand : Command;
