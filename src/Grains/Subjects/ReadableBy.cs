namespace ShuangDa.Grains.Subjects;

/// <summary>可见范围. Who may read something.</summary>
public enum Readers
{
    /// <summary>Everybody who is signed in, also somebody who has to change the password first.</summary>
    [Term("已登录者", "everybody signed in")]
    SignedIn,

    /// <summary>Everybody who holds a role, partner agencies' liaison officers too.</summary>
    [Term("任何角色", "every role")]
    Everyone,

    /// <summary>Everybody who can have work to do, partner agencies' liaison officers too: all but those who only audit.</summary>
    [Term("承办业务的人员", "everybody with work to do")]
    Working,

    /// <summary>The bureau's own people.</summary>
    [Term("本局人员", "the bureau's own people")]
    Bureau,

    /// <summary>Those who look after accounts, and those who audit.</summary>
    [Term("管理与审计", "administrators and auditors")]
    Oversight,
}

/// <summary>可见范围. Who may read a field, a column that is one, or what a type shows. A field that neither it nor its type speaks of stops the making of the schema, so nothing is open because it was forgotten.</summary>
/// <param name="readers">Who.</param>
/// <param name="members">On a type: the members that this is said of, where it is not all of them.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Method | AttributeTargets.Property, AllowMultiple = true, Inherited = false)]
public sealed class ReadableByAttribute(Readers readers, params string[] members) : Attribute
{
    /// <summary>可见范围. Who may read it.</summary>
    public Readers Readers => readers;

    /// <summary>成员. The members that this is said of; none where it is said of all that has no word of its own.</summary>
    public IReadOnlyList<string> Members => members;
}
