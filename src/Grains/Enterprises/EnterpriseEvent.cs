using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业事件. What can have happened to an enterprise. Names and fields are storage format.</summary>
public abstract record EnterpriseEvent : Event;
