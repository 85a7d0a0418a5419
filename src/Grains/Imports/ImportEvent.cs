using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Imports;

/// <summary>导入事件. What can have happened to an import. Names and fields are storage format.</summary>
public abstract record ImportEvent : Event;
