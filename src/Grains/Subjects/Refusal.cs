namespace ShuangDa.Grains.Subjects;

/// <summary>拒绝. A rule says no: a value with a code and the figures an officer needs, never an exception. Names describe the state of affairs.</summary>
[GenerateSerializer, Immutable, Alias("refusal")]
public abstract record Refusal
{
    /// <summary>代码. Stable, in UPPER_CASE: the type's name.</summary>
    public string Code => RefusalCodes.Of(GetType());

    /// <summary>说明. The reason in words, Chinese and English.</summary>
    public abstract BilingualText Message { get; }
}

/// <summary>拒绝代码. Derives a refusal's code from its type: <c>LicenceNotActive</c> → <c>LICENCE_NOT_ACTIVE</c>.</summary>
public static class RefusalCodes
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, string> Codes = new();

    /// <summary>The code of a refusal type.</summary>
    /// <param name="refusal">A type that derives from <see cref="Refusal"/>.</param>
    public static string Of(Type refusal) => Codes.GetOrAdd(refusal, static type =>
        string.Concat(type.Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $"_{letter}" : char.ToUpperInvariant(letter).ToString())));
}

/// <summary>不存在. There is no subject of this name.</summary>
/// <param name="Concept">概念. What was looked for, such as <c>licence</c>.</param>
/// <param name="Key">编号. The number or code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.not-found")]
public sealed record NotFound(string Concept, string Key) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"没有找到：{Key}", $"Nothing is registered under {Key}");
}

/// <summary>已存在. A subject of this name exists already.</summary>
/// <param name="Concept">概念. What was to be made, such as <c>licence</c>.</param>
/// <param name="Key">编号. The number or code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.already-exists")]
public sealed record AlreadyExists(string Concept, string Key) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"已经登记：{Key}", $"{Key} is registered already");
}

/// <summary>版本冲突. Somebody changed the subject since the caller saw it.</summary>
/// <param name="Expected">预期版本. The version the caller had seen.</param>
/// <param name="Actual">现行版本. The version that stands.</param>
[GenerateSerializer, Immutable, Alias("refusal.version-conflict")]
public sealed record VersionConflict(int Expected, int Actual) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"内容已被他人修改：您看到的是第{Expected}版，现为第{Actual}版，请刷新后重试",
        $"It was changed meanwhile: you saw version {Expected}, it is now at version {Actual}; reload and try again");
}

/// <summary>命令编号重复使用. The command id was used before, with another input.</summary>
/// <param name="CommandId">命令编号. The id in question.</param>
[GenerateSerializer, Immutable, Alias("refusal.command-id-reused")]
public sealed record CommandIdReused(Guid CommandId) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"命令编号{CommandId}已用于另一项操作", $"Command id {CommandId} was used for a different input");
}

/// <summary>输入有误. A field of the command is not what it must be.</summary>
/// <param name="Field">字段. The field's name in the input, in camelCase; of a part of a list with its place, from 0, such as <c>findings[2].note</c> or <c>requirements[0]</c>.</param>
/// <param name="Problem">问题. What is wrong with it, in Chinese.</param>
/// <param name="ProblemInEnglish">问题（英文）. What is wrong with it, in English.</param>
[GenerateSerializer, Immutable, Alias("refusal.invalid-input")]
public sealed record InvalidInput(string Field, string Problem, string ProblemInEnglish) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(Problem, ProblemInEnglish);
}
