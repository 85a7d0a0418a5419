using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>Sentences name people and places by what the law knows; whoever shows them says their names.</summary>
public sealed class NamedTests
{
    [Fact]
    public void A_sentence_says_whom_it_names_and_takes_their_names()
    {
        var said = $"由{Named.Section("INSPECTION")}的{Named.People(["zhang", "li"])}移交{Named.Agency("police")}，{Named.Person("zhang")}知悉";
        Assert.Equal(
            [(Named.BureauSection, "INSPECTION"), (Named.Account, "zhang"), (Named.Account, "li"), (Named.PartnerAgency, "police")],
            Named.In(said));
        Assert.Equal("由稽查科的张三、li移交公安局，张三知悉", Named.Replace(said, static (concept, key) => (concept, key) switch
        {
            (Named.BureauSection, "INSPECTION") => "稽查科",
            (Named.Account, "zhang") => "张三",
            (Named.PartnerAgency, "police") => "公安局",
            _ => null,
        }));
    }

    [Fact]
    public void A_sentence_that_names_nobody_stays_as_it_is()
    {
        Assert.Empty(Named.In("尚未向当事人送达权利告知书"));
        Assert.Equal("尚未向当事人送达", Named.Replace("尚未向当事人送达", static (_, _) => "张三"));
    }

    [Fact]
    public void What_names_somebody_within_another_sentence_still_does()
    {
        var recused = new PersonRecused("zhang").Message;
        Assert.Equal([(Named.Account, "zhang")], Named.In($"退回：{recused.Chinese}"));
        Assert.Equal([(Named.Account, "zhang")], Named.In(recused.English));
    }

    /// <summary>A day reads the same in a sentence, in a table and in a form.</summary>
    [Fact]
    public void Days_are_written_in_one_form()
    {
        var folders = new[] { "Grains", "GraphQL", "Silo" }.Select(room => Path.Combine(Repository.Root, "src", room));
        var files = folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj")).ToList();
        Assert.True(files.Count > 300, $"Only {files.Count} files were read.");

        // Registers are read in every form there is.
        Assert.Equal(
            ["RegisterDate.cs"],
            files.Where(file => File.ReadAllText(file).Contains("yyyy年", StringComparison.Ordinal)).Select(file => Path.GetFileName(file)));
    }
}
