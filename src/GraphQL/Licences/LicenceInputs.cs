using GraphQL;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.Licences;

/// <summary>登记许可证的输入. A licence to record.</summary>
/// <param name="Number">证书编号. As written on it.</param>
/// <param name="EnterpriseCreditCode">持证企业. The holder's unified social credit code.</param>
/// <param name="ValidFrom">有效期起. The first valid day.</param>
/// <param name="ValidTo">有效期至. The last valid day.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="ProductionAddress">生产地址.</param>
/// <param name="Kind">种类. Left out, the number tells.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RegisterLicenceInput(
    string Number,
    string EnterpriseCreditCode,
    DateOnly ValidFrom,
    DateOnly ValidTo,
    IReadOnlyList<string>? ProductClasses = null,
    string? IssuedBy = null,
    string? ProductionAddress = null,
    LicenceKind? Kind = null,
    Guid? CommandId = null,
    int? ExpectedVersion = null);

/// <summary>登记许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RegisterLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RegisterLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>暂扣许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Until">暂扣至. The last day of the suspension (Asia/Shanghai).</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record SuspendLicenceInput(string Number, DateOnly Until, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>暂扣许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record SuspendLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<SuspendLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>恢复许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record ReinstateLicenceInput(string Number, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>恢复许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record ReinstateLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<ReinstateLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>延续许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="ValidFrom">有效期起. The first day of the new term.</param>
/// <param name="ValidTo">有效期至. Its last day.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RenewLicenceInput(string Number, DateOnly ValidFrom, DateOnly ValidTo, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>延续许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RenewLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RenewLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>提请撤销许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RequestLicenceWithdrawalInput(string Number, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>提请撤销许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RequestLicenceWithdrawalPayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RequestLicenceWithdrawal>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>撤销许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record WithdrawLicenceInput(string Number, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>撤销许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record WithdrawLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<WithdrawLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>吊销许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record RevokeLicenceInput(string Number, string Reason, string Basis, string? DocumentNumber = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>吊销许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record RevokeLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<RevokeLicence>>>))] IReadOnlyList<Refusal>? Errors);

/// <summary>注销许可证的输入. Which licence, and why.</summary>
/// <param name="Number">证书编号. Which licence.</param>
/// <param name="Reason">理由. The facts, in the officer's words; at most 1,000 characters.</param>
/// <param name="Basis">法律依据. The statute and article; at most 500 characters.</param>
/// <param name="DocumentNumber">文书编号. The number of the document that records the step.</param>
/// <param name="Ground">注销事由. The statutory ground (行政许可法 第七十条); left out, the status implies it.</param>
/// <param name="CommandId">命令编号. A UUID; the same again gets the first answer again and changes nothing.</param>
/// <param name="ExpectedVersion">预期版本. The version you have seen; another is a VersionConflictError.</param>
public sealed record DeregisterLicenceInput(string Number, string Reason, string Basis, string? DocumentNumber = null, DeregistrationGround? Ground = null, Guid? CommandId = null, int? ExpectedVersion = null);

/// <summary>注销许可证的结果. The licence as it stands afterwards, or why not.</summary>
/// <param name="Licence">许可证. As the command left it; null when there is none.</param>
/// <param name="Errors">错误. Why not; null when it was done.</param>
public sealed record DeregisterLicencePayload(
    LicenceType? Licence,
    [property: OutputType(typeof(global::GraphQL.Types.ListGraphType<global::GraphQL.Types.NonNullGraphType<ErrorUnion<DeregisterLicence>>>))] IReadOnlyList<Refusal>? Errors);
