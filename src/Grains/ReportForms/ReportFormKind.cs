using System.Text.Json.Serialization;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.ReportForms;

/// <summary>报表种类. The forms that the notice names (R3.5, R4; requirements, Forms).</summary>
[JsonConverter(typeof(WireNameConverter<ReportFormKind>))]
public enum ReportFormKind
{
    /// <summary>What was done, found and decided, by product class.</summary>
    [Term("执法检查情况统计表", "statistics of enforcement and inspection")]
    EnforcementStatistics,

    /// <summary>Every case that was filed (附件3).</summary>
    [Term("查处违法案件一览表", "list of cases")]
    CaseList,

    /// <summary>Production without a licence, and violations by those who have one, by product class.</summary>
    [Term("查处无证生产及获证企业违法行为工作报表", "production without a licence and violations by licensed producers")]
    UnlicensedAndLicensedViolations,

    /// <summary>Who produced without a licence.</summary>
    [Term("无证生产企业和窝点明细表", "producers and dens without a licence")]
    UnlicensedProducers,

    /// <summary>Who counterfeited the marks of well-known products.</summary>
    [Term("假冒名优产品标识案件违法企业和窝点明细表", "enterprises and dens that counterfeited marks of well-known products")]
    CounterfeitBrandProducers,
}

/// <summary>报表行的种类. Of what the rows of a form are.</summary>
[JsonConverter(typeof(WireNameConverter<ReportFormRows>))]
public enum ReportFormRows
{
    /// <summary>Product classes, with figures.</summary>
    [Term("产品类别", "product class")]
    ProductClasses,

    /// <summary>Cases, one by one.</summary>
    [Term("案件", "case")]
    Cases,

    /// <summary>Parties (enterprises and dens), each once, with its cases.</summary>
    [Term("企业和窝点", "enterprise or den")]
    Parties,
}

/// <summary>报表的构成. How forms are made up.</summary>
public static class ReportFormKinds
{
    /// <summary>Of what the rows of a form are.</summary>
    /// <param name="form">The form.</param>
    public static ReportFormRows RowsOf(this ReportFormKind form) => form switch
    {
        ReportFormKind.EnforcementStatistics or ReportFormKind.UnlicensedAndLicensedViolations => ReportFormRows.ProductClasses,
        ReportFormKind.CaseList => ReportFormRows.Cases,
        ReportFormKind.UnlicensedProducers or ReportFormKind.CounterfeitBrandProducers => ReportFormRows.Parties,
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "There is no such form."),
    };
}

/// <summary>统计口径. Which day decides whether something is in a period.</summary>
[JsonConverter(typeof(WireNameConverter<ReportBasis>))]
public enum ReportBasis
{
    /// <summary>The day it happened.</summary>
    [Term("发生日期", "day it happened")]
    Happened,

    /// <summary>The moment it was recorded, so that what is entered late stands where it was entered.</summary>
    [Term("登记时刻", "when it was recorded")]
    Recorded,
}

/// <summary>计量单位. In what a column of a form counts.</summary>
[JsonConverter(typeof(WireNameConverter<FormUnit>))]
public enum FormUnit
{
    /// <summary>Persons, each as often as sent out.</summary>
    [Term("人次", "persons sent")]
    PersonTimes,

    /// <summary>Enterprises, each as often as visited.</summary>
    [Term("家次", "visits")]
    Visits,

    /// <summary>Enterprises and dens, each once.</summary>
    [Term("家", "parties")]
    Parties,

    /// <summary>Cases.</summary>
    [Term("起", "cases")]
    Cases,

    /// <summary>Ten thousand yuan, with two decimals.</summary>
    [Term("万元", "10,000 yuan")]
    TenThousandYuan,

    /// <summary>Yuan.</summary>
    [Term("元", "yuan")]
    Yuan,

    /// <summary>Dens.</summary>
    [Term("个", "dens")]
    Dens,

    /// <summary>Licences.</summary>
    [Term("张", "licences")]
    Licences,

    /// <summary>Events.</summary>
    [Term("次", "times")]
    Times,

    /// <summary>Persons.</summary>
    [Term("人", "persons")]
    Persons,

    /// <summary>No figure but words.</summary>
    [Term("文字", "words")]
    Words,
}
