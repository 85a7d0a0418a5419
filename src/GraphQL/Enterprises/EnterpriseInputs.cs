using GraphQL;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Enterprises;

/// <summary>登记企业的输入. An enterprise to take under supervision.</summary>
/// <param name="CreditCode">统一社会信用代码. It is checked and normalised.</param>
/// <param name="Name">名称.</param>
/// <param name="District">地区.</param>
/// <param name="Address">注册地址.</param>
/// <param name="BusinessScope">经营范围.</param>
/// <param name="EnterpriseKind">企业类型. Its legal form.</param>
/// <param name="RegisteredOn">成立日期.</param>
/// <param name="Capital">注册资金. As the register writes it, with its unit.</param>
/// <param name="Province">省份.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="RiskLevel">风险等级. ORDINARY by default.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RegisterEnterpriseInput(
    string CreditCode,
    string Name,
    string? District = null,
    string? Address = null,
    string? BusinessScope = null,
    string? EnterpriseKind = null,
    DateOnly? RegisteredOn = null,
    string? Capital = null,
    string? Province = null,
    IReadOnlyList<string>? ProductClasses = null,
    RiskLevel? RiskLevel = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>变更企业登记事项的输入. What is to be changed; what is left out stays, an empty text clears.</summary>
/// <param name="CreditCode">统一社会信用代码. Which enterprise.</param>
/// <param name="Name">名称.</param>
/// <param name="District">地区.</param>
/// <param name="Address">注册地址.</param>
/// <param name="BusinessScope">经营范围.</param>
/// <param name="EnterpriseKind">企业类型. Its legal form.</param>
/// <param name="RegisteredOn">成立日期.</param>
/// <param name="Capital">注册资金. As the register writes it, with its unit.</param>
/// <param name="Province">省份.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ChangeEnterpriseInput(
    string CreditCode,
    string? Name = null,
    string? District = null,
    string? Address = null,
    string? BusinessScope = null,
    string? EnterpriseKind = null,
    DateOnly? RegisteredOn = null,
    string? Capital = null,
    string? Province = null,
    IReadOnlyList<string>? ProductClasses = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>评定风险等级的输入. How closely an enterprise is to be watched, and why.</summary>
/// <param name="CreditCode">统一社会信用代码. Which enterprise.</param>
/// <param name="RiskLevel">风险等级. The new level.</param>
/// <param name="Reason">理由. Why; at most 1,000 characters.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record AssessEnterpriseRiskInput(string CreditCode, RiskLevel RiskLevel, string Reason, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>终止企业的输入. Which enterprise has ended, and on what ground.</summary>
/// <param name="CreditCode">统一社会信用代码. Which enterprise.</param>
/// <param name="Reason">理由. The facts; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records it.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record CloseEnterpriseInput(string CreditCode, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>登记企业的结果. The enterprise as it stands afterwards, or why not.</summary>
/// <param name="Enterprise">企业. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RegisterEnterprisePayload(
    EnterpriseType? Enterprise,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RegisterEnterprise>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>变更企业登记事项的结果. The enterprise as it stands afterwards, or why not.</summary>
/// <param name="Enterprise">企业. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ChangeEnterprisePayload(
    EnterpriseType? Enterprise,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ChangeEnterprise>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>评定风险等级的结果. The enterprise as it stands afterwards, or why not.</summary>
/// <param name="Enterprise">企业. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record AssessEnterpriseRiskPayload(
    EnterpriseType? Enterprise,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<AssessEnterpriseRisk>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>终止企业的结果. The enterprise as it stands afterwards, or why not.</summary>
/// <param name="Enterprise">企业. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record CloseEnterprisePayload(
    EnterpriseType? Enterprise,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<CloseEnterprise>>>))] IReadOnlyList<Refusal>? Errors);
