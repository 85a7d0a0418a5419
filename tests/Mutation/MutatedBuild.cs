using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ShuangDa.Tests.Mutation;

/// <summary>Compiles src/Grains once with every mutant in it. Mutants that do not compile are found by the compiler's errors and left out.</summary>
/// <param name="root">The repository.</param>
/// <param name="work">Where the mutated sources and the assembly are put.</param>
internal sealed partial class MutatedBuild(string root, string work)
{
    private readonly string _grains = Path.Combine(root, "src", "Grains");

    /// <summary>Mutates, and compiles until it does.</summary>
    /// <param name="files">The files of the law, under src/Grains.</param>
    /// <returns>The mutants.</returns>
    public List<Mutant> Build(IReadOnlyList<string> files)
    {
        var (arguments, compiler) = CommandLine();
        var enums = Enums();
        var required = Required();
        // What did not compile the last time is left out from the start.
        var remembered = Path.Combine(work, "left-out.txt");
        var left = new HashSet<string>(File.Exists(remembered) ? File.ReadLines(remembered) : [], StringComparer.Ordinal);
        var sources = Path.Combine(work, "sources");
        for (var round = 1; ; round++)
        {
            var number = 0;
            var mutants = new List<Mutant>();
            var trees = new Dictionary<string, (SyntaxNode Root, Mutator Mutator)>(StringComparer.Ordinal);
            foreach (var file in files)
            {
                var mutator = new Mutator(file, enums, required, () => ++number, left);
                var mutated = mutator.Visit(CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(_grains, file))).GetRoot())!.ToFullString();
                var path = Path.Combine(sources, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, mutated);
                trees[path] = (CSharpSyntaxTree.ParseText(mutated).GetRoot(), mutator);
                mutants.AddRange(mutator.Mutants);
            }

            var errors = Compile(compiler, arguments, files, sources);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Round {round}: {mutants.Count} mutants, {left.Count} left out, {errors.Count} errors"));
            File.WriteAllLines(Path.Combine(work, $"errors.{round}.txt"), errors);
            File.WriteAllLines(remembered, left);
            if (errors.Count == 0)
            {
                return mutants;
            }

            var before = left.Count;
            var byNumber = mutants.ToDictionary(mutant => mutant.Number);
            foreach (var error in errors)
            {
                LeaveOut(error, trees, byNumber, left);
            }

            if (left.Count == before)
            {
                throw new InvalidOperationException($"No mutant explains these errors:\n{string.Join('\n', errors)}");
            }
        }
    }

    private static void LeaveOut(string error, Dictionary<string, (SyntaxNode Root, Mutator Mutator)> trees, Dictionary<int, Mutant> mutants, HashSet<string> left)
    {
        if (Place().Match(error) is not { Success: true } place)
        {
            return;
        }

        // A constant that became a property and is needed as a constant somewhere else.
        if (QuotedOrConstant(place, trees) is { } turned)
        {
            left.UnionWith(turned);
            return;
        }

        if (!trees.TryGetValue(place.Groups["file"].Value, out var file))
        {
            return;
        }

        var text = file.Root.GetText();
        var position = text.Lines[int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) - 1].Start + int.Parse(place.Groups["column"].Value, CultureInfo.InvariantCulture) - 1;
        // What is unset where it is used was left unset by a switch around its declaration.
        if (Unset().Match(error) is { Success: true } unset && Around(file.Root.FindToken(position).Parent!, unset.Groups["name"].Value) is { Count: > 0 } switches)
        {
            left.UnionWith(switches.Select(number => mutants[number].Key));
            return;
        }

        foreach (var node in file.Root.FindToken(position).Parent!.AncestorsAndSelf())
        {
            // The innermost thing around the error that has switches of its own.
            var found = node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(IsSwitch).ToList();
            if (found.Count > 0)
            {
                left.UnionWith(found.Select(call => mutants[Number(call)].Key));
                return;
            }
        }
    }

    private static bool IsSwitch(InvocationExpressionSyntax call) => call.Expression.ToString() == "global::ShuangDa.Grains.Mutants.On";

    private static int Number(InvocationExpressionSyntax call) => int.Parse(call.ArgumentList.Arguments[0].ToString(), CultureInfo.InvariantCulture);

    private static List<int> Around(SyntaxNode use, string name)
    {
        var member = use.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        var declared = member.DescendantNodes().OfType<SingleVariableDesignationSyntax>().LastOrDefault(one => one.Identifier.Text == name && one.SpanStart < use.SpanStart);
        return declared is null ? [] : [.. declared.Ancestors().TakeWhile(node => node is not (StatementSyntax or MemberDeclarationSyntax or SwitchExpressionArmSyntax or LambdaExpressionSyntax))
            .SelectMany(node => node switch
            {
                BinaryExpressionSyntax both when both.Left.Span.Contains(declared.Span) => both.Right.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(call => IsSwitch(call) && call.Parent is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or ParenthesizedExpressionSyntax),
                ConditionalExpressionSyntax { Condition: InvocationExpressionSyntax call } when IsSwitch(call) => [call],
                _ => (IEnumerable<InvocationExpressionSyntax>)[],
            }).Where(IsSwitch).Select(Number)];
    }

    private static List<string>? QuotedOrConstant(Match place, Dictionary<string, (SyntaxNode Root, Mutator Mutator)> trees)
    {
        if (place.Groups["code"].Value is not ("CS0150" or "CS0182" or "CS9135" or "CS0133" or "CS1736" or "CS0120" or "CS1510" or "CS0200"))
        {
            return null;
        }

        var line = File.ReadLines(place.Groups["file"].Value).ElementAt(int.Parse(place.Groups["line"].Value, CultureInfo.InvariantCulture) - 1);
        var rest = line[(int.Parse(place.Groups["column"].Value, CultureInfo.InvariantCulture) - 1)..];
        var names = Name().Match(rest).Value.Split('.');
        return trees.Values.Select(one => one.Mutator.Turned.GetValueOrDefault(names[^1])).FirstOrDefault(keys => keys is not null);
    }

    private List<string> Compile(string compiler, IReadOnlyList<string> arguments, IReadOnlyList<string> files, string sources)
    {
        var output = Path.Combine(work, "ShuangDa.Grains.dll");
        var mutated = files.ToDictionary(file => Path.GetFullPath(Path.Combine(_grains, file)), file => Path.Combine(sources, file), StringComparer.Ordinal);
        var kept = arguments
            .Where(one => !one.StartsWith("/out:", StringComparison.Ordinal) && !one.StartsWith("/refout:", StringComparison.Ordinal) && !one.StartsWith("/doc:", StringComparison.Ordinal)
                && !one.StartsWith("/warnaserror", StringComparison.Ordinal) && !one.StartsWith("/debug", StringComparison.Ordinal) && !one.StartsWith("/optimize", StringComparison.Ordinal) && one != "/noconfig")
            .Select(one => one.StartsWith('/') ? one : mutated.GetValueOrDefault(Path.GetFullPath(Path.Combine(_grains, one)), one))
            .Append(Path.Combine(AppContext.BaseDirectory, "Injected", "Mutants.cs"))
            .Append("/optimize+").Append("/debug-").Append("/nowarn:nullable").Append("/warn:0").Append($"/out:{output}");
        var response = Path.Combine(work, "csc.rsp");
        File.WriteAllLines(response, kept.Select(one => one.Contains(' ', StringComparison.Ordinal) || one.Contains(';', StringComparison.Ordinal) ? Quoted(one) : one));
        var (_, text) = Run("dotnet", [compiler, "/noconfig", "/shared", $"@{response}"], _grains);
        return [.. text.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private static string Quoted(string one) => one.Contains('"', StringComparison.Ordinal) ? one : one.StartsWith('/') && one.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? $"{one[..(at + 1)]}\"{one[(at + 1)..]}\"" : $"\"{one}\"";

    // What MSBuild would give the compiler.
    private (IReadOnlyList<string> Arguments, string Compiler) CommandLine()
    {
        var (status, text) = Run("dotnet", ["msbuild", "-t:PrepareResources;Compile",
            "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true",
            "-p:RunAnalyzers=false", "-p:NonExistentFile=__none__", "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath"], _grains);
        if (status != 0)
        {
            throw new InvalidOperationException(text);
        }

        using var json = JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]);
        var folder = json.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!;
        return ([.. json.RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)], Path.Combine(folder, "bincore", "csc.dll"));
    }

    private IEnumerable<T> Declared<T>() where T : SyntaxNode => Directory.GetFiles(_grains, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<T>());

    private Dictionary<string, string[]> Enums() => Declared<EnumDeclarationSyntax>()
        .GroupBy(one => one.Identifier.Text, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Members.Select(member => member.Identifier.Text).ToArray(), StringComparer.Ordinal);

    // Without a member that must be set nothing compiles, and what is beside it would go, too.
    private HashSet<string> Required()
    {
        var types = Declared<TypeDeclarationSyntax>().ToLookup(type => type.Identifier.Text, StringComparer.Ordinal);
        return types.SelectMany(same => Of(same.Key).Select(name => $"{same.Key}.{name}")).ToHashSet(StringComparer.Ordinal);

        IEnumerable<string> Of(string type) => types[type].SelectMany(one => one.Members.OfType<PropertyDeclarationSyntax>().Where(property => property.Modifiers.Any(SyntaxKind.RequiredKeyword)).Select(property => property.Identifier.Text)
            .Concat(one.BaseList?.Types.SelectMany(parent => parent.Type is IdentifierNameSyntax { Identifier.Text: var name } && name != type ? Of(name) : []) ?? []));
    }

    private static (int Status, string Text) Run(string program, IEnumerable<string> arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text);
    }

    [GeneratedRegex(@"^(?<file>[^(]+)\((?<line>\d+),(?<column>\d+)\): error (?<code>CS\d+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"error CS01(65|77): [^']*'(?<name>\w+)'")]
    private static partial Regex Unset();

    [GeneratedRegex(@"[A-Za-z_][\w.]*")]
    private static partial Regex Name();
}
