using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace ShuangDa.Tests.Mutation;

/// <summary>One change of the law.</summary>
/// <param name="Number">The number of its switch, from 1; another one when the law has changed.</param>
/// <param name="File">The file under src/Grains.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Member">The member that it is in.</param>
/// <param name="Original">What stands there.</param>
/// <param name="Mutated">What would stand there.</param>
/// <param name="Same">Which of the mutants of the member that read the same it is, from 1.</param>
internal sealed record Mutant(int Number, string File, int Line, string Member, string Original, string Mutated, int Same)
{
    /// <summary>What names it in lists that are kept: no line number, so that it stays when something is written above it.</summary>
    public string Key => $"{File} | {Member} | {Original} => {Mutated}{(Same > 1 ? $" #{Same}" : "")}";
}

/// <summary>Writes all mutants of a file into it, each behind its switch.</summary>
/// <param name="file">The file under src/Grains.</param>
/// <param name="enums">The members of each enumeration of the assembly.</param>
/// <param name="required">The members that must be set of each type, as Type.Member.</param>
/// <param name="next">The number of the next mutant.</param>
/// <param name="left">Mutants that did not compile and are left out.</param>
internal sealed class Mutator(string file, IReadOnlyDictionary<string, string[]> enums, IReadOnlySet<string> required, Func<int> next, IReadOnlySet<string> left) : CSharpSyntaxRewriter
{
    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Operators = new()
    {
        [SyntaxKind.LessThanExpression] = [SyntaxKind.LessThanOrEqualExpression, SyntaxKind.GreaterThanExpression],
        [SyntaxKind.LessThanOrEqualExpression] = [SyntaxKind.LessThanExpression, SyntaxKind.GreaterThanOrEqualExpression],
        [SyntaxKind.GreaterThanExpression] = [SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.LessThanExpression],
        [SyntaxKind.GreaterThanOrEqualExpression] = [SyntaxKind.GreaterThanExpression, SyntaxKind.LessThanOrEqualExpression],
        [SyntaxKind.EqualsExpression] = [SyntaxKind.NotEqualsExpression],
        [SyntaxKind.NotEqualsExpression] = [SyntaxKind.EqualsExpression],
        [SyntaxKind.LogicalAndExpression] = [SyntaxKind.LogicalOrExpression],
        [SyntaxKind.LogicalOrExpression] = [SyntaxKind.LogicalAndExpression],
        [SyntaxKind.AddExpression] = [SyntaxKind.SubtractExpression],
        [SyntaxKind.SubtractExpression] = [SyntaxKind.AddExpression],
        [SyntaxKind.MultiplyExpression] = [SyntaxKind.DivideExpression],
        [SyntaxKind.DivideExpression] = [SyntaxKind.MultiplyExpression],
        [SyntaxKind.ModuloExpression] = [SyntaxKind.MultiplyExpression],
    };

    private static readonly Dictionary<SyntaxKind, SyntaxKind[]> Relations = new()
    {
        [SyntaxKind.LessThanToken] = [SyntaxKind.LessThanEqualsToken],
        [SyntaxKind.LessThanEqualsToken] = [SyntaxKind.LessThanToken],
        [SyntaxKind.GreaterThanToken] = [SyntaxKind.GreaterThanEqualsToken],
        [SyntaxKind.GreaterThanEqualsToken] = [SyntaxKind.GreaterThanToken],
    };

    private static readonly Dictionary<string, string> Opposites = new()
    {
        ["Any"] = "All", ["All"] = "Any", ["First"] = "Last", ["Last"] = "First", ["FirstOrDefault"] = "LastOrDefault", ["LastOrDefault"] = "FirstOrDefault",
        ["Min"] = "Max", ["Max"] = "Min", ["MinBy"] = "MaxBy", ["MaxBy"] = "MinBy", ["OrderBy"] = "OrderByDescending", ["OrderByDescending"] = "OrderBy",
        ["StartOf"] = "EndOf", ["EndOf"] = "StartOf", ["TakeWhile"] = "SkipWhile", ["Take"] = "Skip", ["Skip"] = "Take",
    };

    private static readonly HashSet<string> Links =
        ["Stop", "Start", "Settle", "Recalculate", "Extend", "Lapsed", "Warned", "Moved", "Trim", "Trimmed", "Distinct", "Order", "OrderBy", "Except", "Union", "Where", "Add", "AddRange", "AddDays", "AddMonths", "AddYears", "AddTicks", "Concat", "With", "Reverse", "RemoveAt", "ToUpperInvariant", "ToLowerInvariant"];

    private readonly Dictionary<string, int> _same = [];

    /// <summary>The mutants that the file has now.</summary>
    public List<Mutant> Mutants { get; } = [];

    /// <summary>Constants and static values that became properties, by name: their mutants are left out where that does not compile.</summary>
    public Dictionary<string, List<string>> Turned { get; } = [];

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitInterpolatedStringExpression(InterpolatedStringExpressionSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitThrowExpression(ThrowExpressionSyntax node) => node;

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    // What waits for a table or a grain is no law.
    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
        node.ReturnType.ToString() is var type && (type.StartsWith("Task", StringComparison.Ordinal) || type.StartsWith("ValueTask", StringComparison.Ordinal)) ? node : Set((MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!);

    // Where an assignment may be left out, the compiler has to be told that its parameter is set: else no mutant of the whole method would compile.
    private static MethodDeclarationSyntax Set(MethodDeclarationSyntax method) => method.Body is { } body && method.ParameterList.Parameters.Where(parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword)).ToList() is { Count: > 0 } parameters
        ? method.WithBody(body.WithStatements(body.Statements.InsertRange(0, parameters.Select(parameter => ParseStatement($"global::System.Runtime.CompilerServices.Unsafe.SkipInit(out {parameter.Identifier.Text}); ")))))
        : method;

    public override SyntaxNode? VisitParameterList(ParameterListSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitConstantPattern(ConstantPatternSyntax node) => node;

    public override SyntaxNode? VisitRelationalPattern(RelationalPatternSyntax node) => node;

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        ExpressionSyntax result = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (node.Kind() is SyntaxKind.LogicalAndExpression && (Declares(node.Left) || Declares(node.Right)))
        {
            var both = (BinaryExpressionSyntax)result;
            return both.WithLeft(Declares(node.Left) ? both.Left : Forced(node.Left, both.Left, true)).WithRight(Declares(node.Right) ? both.Right : Forced(node.Right, both.Right, true));
        }

        if (node.Kind() is SyntaxKind.CoalesceExpression && !Declares(node) && node.Right is not ThrowExpressionSyntax)
        {
            return Choice(result, node, node.Right);
        }

        if (!Operators.TryGetValue(node.Kind(), out var others) || Declares(node) || IsText(node.Left) || IsText(node.Right))
        {
            return result;
        }

        return others.Aggregate(result, (whole, kind) => Choice(whole, node, BinaryExpression(kind, node.Left, node.Right.WithLeadingTrivia(Space))));
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.LogicalNotExpression) && !Declares(node) ? Choice((ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!, node, node.Operand)
        : node.Operand is LiteralExpressionSyntax && !node.IsKind(SyntaxKind.IndexExpression) ? node
        : base.VisitPrefixUnaryExpression(node);

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.NumericLiteralExpression => Numbers(node).Aggregate((ExpressionSyntax)node, (whole, other) => Choice(whole, node, other)),
        SyntaxKind.TrueLiteralExpression => Choice(node, node, LiteralExpression(SyntaxKind.FalseLiteralExpression)),
        SyntaxKind.FalseLiteralExpression => Choice(node, node, LiteralExpression(SyntaxKind.TrueLiteralExpression)),
        _ => node,
    };

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: var type } && enums.TryGetValue(type, out var members) && Array.IndexOf(members, node.Name.Identifier.Text) is >= 0 and var at && members.Length > 1)
        {
            return Choice(node, node, node.WithName(IdentifierName(members[(at + 1) % members.Length])).WithoutTrivia());
        }

        return base.VisitMemberAccessExpression(node);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (node.Expression is IdentifierNameSyntax { Identifier.Text: "nameof" })
        {
            return node;
        }

        var result = (ExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is not MemberAccessExpressionSyntax called || Declares(node))
        {
            return result;
        }

        var name = called.Name.Identifier.Text;
        if (Opposites.TryGetValue(name, out var opposite))
        {
            result = Choice(result, node, node.WithExpression(called.WithName(called.Name.WithIdentifier(Identifier(opposite)))));
        }

        return Links.Contains(name) && node.Parent is not (ExpressionStatementSyntax or MemberAccessExpressionSyntax { Name.Identifier.Text: "ThenBy" }) ? Choice(result, node, called.Expression, Head(node)) : result;
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var result = (ExpressionSyntax)base.VisitIsPatternExpression(node)!;
        return Declares(node.Pattern) || Declares(node.Expression)
            ? result
            : Others(node.Pattern).Append(Negated(node.Pattern)).Aggregate(result, (whole, pattern) => Choice(whole, node, node.WithPattern(pattern.WithLeadingTrivia(Space))));
    }

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node)
    {
        var result = (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!;
        return result.WithCondition(Condition(node.Condition, result.Condition));
    }

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node)
    {
        var result = (IfStatementSyntax)base.VisitIfStatement(node)!;
        return result.WithCondition(Condition(node.Condition, result.Condition));
    }

    public override SyntaxNode? VisitWhileStatement(WhileStatementSyntax node)
    {
        var result = (WhileStatementSyntax)base.VisitWhileStatement(node)!;
        return result.WithCondition(Forced(node.Condition, result.Condition, false));
    }

    public override SyntaxNode? VisitSwitchExpression(SwitchExpressionSyntax node)
    {
        var governing = (ExpressionSyntax)Visit(node.GoverningExpression);
        var arms = new List<SwitchExpressionArmSyntax>();
        foreach (var arm in node.Arms)
        {
            var guard = arm.WhenClause is { } when ? Condition(when.Condition, (ExpressionSyntax)Visit(when.Condition)) : null;
            foreach (var pattern in Others(arm.Pattern))
            {
                if (Switched(arm.Pattern, pattern) is { } on)
                {
                    var asked = arm.WhenClause is { } own ? And(on, own.Condition) : on;
                    arms.Add(arm.WithPattern(pattern.WithTrailingTrivia(Space)).WithWhenClause(When(asked)));
                    guard = guard is null ? Not(on) : And(Not(on), guard);
                }
            }

            var kept = arm.WithExpression((ExpressionSyntax)Visit(arm.Expression));
            arms.Add(guard is null ? kept : kept.WithPattern(kept.Pattern.WithTrailingTrivia(Space)).WithWhenClause(When(guard)));
        }

        return node.WithGoverningExpression(governing).WithArms(SeparatedList(arms, Enumerable.Repeat(Token(SyntaxKind.CommaToken).WithTrailingTrivia(ElasticLineFeed), arms.Count)));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var result = (StatementSyntax)base.VisitExpressionStatement(node)!;
        return node.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "ArgumentNullException" } } } ? node
            : Declares(node) ? result // else what comes after it would not know its variables
            : Kept(node, result);
    }

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => node.IsKind(SyntaxKind.YieldReturnStatement) ? Kept(node, (StatementSyntax)base.VisitYieldStatement(node)!) : node;

    public override SyntaxNode? VisitCollectionExpression(CollectionExpressionSyntax node)
    {
        ExpressionSyntax result = (ExpressionSyntax)base.VisitCollectionExpression(node)!;
        for (var at = 0; at < node.Elements.Count && !Declares(node); at++)
        {
            result = Choice(result, node, node.WithElements(SeparatedList(node.Elements.Where((_, place) => place != at))), $"[.. {node.Elements[at]} ..]", $"[.. without {node.Elements[at]} ..]");
        }

        return result;
    }

    public override SyntaxNode? VisitWithExpression(WithExpressionSyntax node) => Without((ExpressionSyntax)base.VisitWithExpression(node)!, node, node.Initializer, node.WithInitializer);

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        node.Initializer is { } initializer ? Without((ExpressionSyntax)base.VisitObjectCreationExpression(node)!, node, initializer, node.WithInitializer) : base.VisitObjectCreationExpression(node);

    public override SyntaxNode? VisitInitializerExpression(InitializerExpressionSyntax node) =>
        node.IsKind(SyntaxKind.ObjectInitializerExpression) || node.IsKind(SyntaxKind.WithInitializerExpression)
            ? node.WithExpressions(SeparatedList(node.Expressions.Select(one => one is AssignmentExpressionSyntax set ? set.WithRight((ExpressionSyntax)Visit(set.Right)) : one), node.Expressions.GetSeparators()))
            : base.VisitInitializerExpression(node);

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        var isConst = node.Modifiers.Any(SyntaxKind.ConstKeyword);
        var isStatic = isConst || node.Modifiers.Any(SyntaxKind.StaticKeyword);
        // A field that the tests read must stay one; a constant is compiled into them.
        if (!isStatic || (!isConst && !node.Parent!.ChildTokens().Any(token => token.IsKind(SyntaxKind.PrivateKeyword)) && !node.Modifiers.Any(SyntaxKind.PrivateKeyword) && node.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword)) || node.Declaration.Variables is not [{ Initializer.Value: { } value } one] || (isConst && !value.IsKind(SyntaxKind.NumericLiteralExpression)))
        {
            return isStatic ? node : base.VisitFieldDeclaration(node);
        }

        return Turn(node, node.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.ConstKeyword) && !modifier.IsKind(SyntaxKind.ReadOnlyKeyword) && !modifier.IsKind(SyntaxKind.StaticKeyword)), node.Declaration.Type, one.Identifier.Text, value, isConst);
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) => node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    // How an event or a refusal is worded is no law.
    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.OverrideKeyword) && node.Type.ToString() == "BilingualText" ? node
        : node.Modifiers.Any(SyntaxKind.StaticKeyword) && node.Initializer is { Value: var value }
            // A concept's wiring is no law.
            ? node.Type.ToString().Contains("Concept", StringComparison.Ordinal) ? node
                : Turn(node, node.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.StaticKeyword)), node.Type, node.Identifier.Text, value, false)
            : base.VisitPropertyDeclaration(node);

    private MemberDeclarationSyntax Turn(MemberDeclarationSyntax node, IEnumerable<SyntaxToken> modifiers, TypeSyntax type, string name, ExpressionSyntax value, bool isConst)
    {
        var before = Mutants.Count;
        if (left.Contains($"{file} | {name}"))
        {
            return node;
        }

        var changed = (ExpressionSyntax)Visit(value);
        if (Mutants.Count == before && isConst)
        {
            return node;
        }

        Turned[name] = [$"{file} | {name}"];
        var access = string.Join(' ', modifiers.Select(modifier => modifier.Text));
        var text = isConst
            ? $"{access} static {type} {name} => {changed.ToFullString()};"
            : $"private static readonly global::ShuangDa.Grains.Mutants.Once<{type}> __{name} = new(() => {changed.ToFullString()}); {access} static {type} {name} => __{name}.Value;";
        var members = ParseCompilationUnit($"class C {{ {text} }}").Members.OfType<ClassDeclarationSyntax>().Single().Members;
        _turned[node] = members;
        return node;
    }

    private readonly Dictionary<MemberDeclarationSyntax, SyntaxList<MemberDeclarationSyntax>> _turned = [];

    public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node) => node.WithMembers(Members(node.Members));

    public override SyntaxNode? VisitRecordDeclaration(RecordDeclarationSyntax node) => node.WithMembers(Members(node.Members));

    public override SyntaxNode? VisitStructDeclaration(StructDeclarationSyntax node) => node.WithMembers(Members(node.Members));

    public override SyntaxNode? VisitInterfaceDeclaration(InterfaceDeclarationSyntax node) => node;

    private SyntaxList<MemberDeclarationSyntax> Members(SyntaxList<MemberDeclarationSyntax> members) => List(members.SelectMany(member =>
    {
        var visited = (MemberDeclarationSyntax)Visit(member);
        return _turned.TryGetValue(member, out var turned) ? turned.AsEnumerable() : [visited];
    }));

    private ExpressionSyntax Without(ExpressionSyntax result, ExpressionSyntax node, InitializerExpressionSyntax initializer, Func<InitializerExpressionSyntax, ExpressionSyntax> with)
    {
        if (Declares(node))
        {
            return result;
        }

        foreach (var set in initializer.Expressions.OfType<AssignmentExpressionSyntax>().Where(set => node is not ObjectCreationExpressionSyntax made || !required.Contains($"{made.Type}.{set.Left}")))
        {
            var rest = initializer.WithExpressions(SeparatedList(initializer.Expressions.Where(one => one != set)));
            result = Choice(result, node, with(rest), $"{{ .. {set} .. }}", $"{{ .. without {set.Left} .. }}");
        }

        return result;
    }

    private StatementSyntax Kept(StatementSyntax node, StatementSyntax result) => On(node, node.ToString(), "(removed)") is { } on
        ? IfStatement(Not(on), Block(result)).WithTriviaFrom(node)
        : result;

    // What a condition finds is used where it holds, or, with "is not", where it does not: it cannot be forced to what would leave that unset.
    private ExpressionSyntax Condition(ExpressionSyntax node, ExpressionSyntax visited) =>
        node.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression ? visited
        : !Declares(node) ? Forced(node, Forced(node, visited, true), false)
        : Forced(node, visited, node.DescendantNodes().OfType<UnaryPatternSyntax>().Any(Declares));

    private ExpressionSyntax Forced(ExpressionSyntax node, ExpressionSyntax visited, bool to) => On(node, node.ToString(), to ? "true" : "false") is { } on
        ? to ? Parens(BinaryExpression(SyntaxKind.LogicalOrExpression, Parens(visited), on)) : And(visited, Not(on))
        : visited;

    private ExpressionSyntax Choice(ExpressionSyntax visited, ExpressionSyntax node, ExpressionSyntax mutated, string? original = null, string? shown = null) =>
        On(node, original ?? node.ToString(), shown ?? (original is not null ? "(call removed)" : mutated.ToString())) is { } on
            ? Parens(ConditionalExpression(on, Parens(mutated.WithoutTrivia()), Parens(visited.WithoutTrivia()))).WithTriviaFrom(node)
            : visited;

    private ExpressionSyntax? Switched(PatternSyntax pattern, PatternSyntax mutated) => On(pattern, pattern.ToString(), mutated.ToString());

    private ExpressionSyntax? On(SyntaxNode node, string original, string mutated)
    {
        var member = node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault();
        var name = member switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text + Arguments(method),
            PropertyDeclarationSyntax property => property.Identifier.Text,
            FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
            TypeDeclarationSyntax type => type.Identifier.Text,
            OperatorDeclarationSyntax operators => operators.OperatorToken.Text,
            null => "",
            _ => member.Kind().ToString(),
        };
        var key = $"{file} | {name} | {Line(original)} => {Line(mutated)}";
        var same = _same[key] = _same.GetValueOrDefault(key) + 1;
        var number = next();
        var mutant = new Mutant(number, file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, name, Line(original), Line(mutated), same);
        if (left.Contains(mutant.Key))
        {
            return null;
        }

        Mutants.Add(mutant);
        return ParseExpression(string.Create(CultureInfo.InvariantCulture, $"global::ShuangDa.Grains.Mutants.On({number})"));
    }

    // Overloads are told apart by the first command or event among their parameters.
    private static string Arguments(MethodDeclarationSyntax method) => $"({string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Type?.ToString()))})";

    private static string Line(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 160 ? $"{line[..120]} … {line[^35..]}" : line;
    }

    private static string Head(InvocationExpressionSyntax node)
    {
        var called = (MemberAccessExpressionSyntax)node.Expression;
        return $"….{called.Name}{node.ArgumentList}";
    }

    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => inner is not AnonymousFunctionExpressionSyntax and not SwitchExpressionArmSyntax).Any(inner => inner is SingleVariableDesignationSyntax or ParenthesizedVariableDesignationSyntax);

    private static bool IsText(ExpressionSyntax node) => node is InterpolatedStringExpressionSyntax || node.IsKind(SyntaxKind.StringLiteralExpression)
        || (node is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && (IsText(sum.Left) || IsText(sum.Right)));

    private static IEnumerable<ExpressionSyntax> Numbers(LiteralExpressionSyntax node)
    {
        yield return Parens(BinaryExpression(SyntaxKind.AddExpression, node.WithoutTrivia(), ParseExpression("1")));
        yield return Parens(BinaryExpression(SyntaxKind.SubtractExpression, node.WithoutTrivia(), ParseExpression("1")));
    }

    /// <summary>Patterns one step away: another relation, a figure more or less, an alternative or a condition left out.</summary>
    private static IEnumerable<PatternSyntax> Others(PatternSyntax pattern)
    {
        switch (pattern)
        {
            case RelationalPatternSyntax relation:
                foreach (var other in Relations[relation.OperatorToken.Kind()])
                {
                    yield return relation.WithOperatorToken(Token(other).WithTrailingTrivia(Space));
                }

                break;
            case ConstantPatternSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } number }:
                foreach (var other in Numbers(number))
                {
                    yield return ConstantPattern(other);
                }

                break;
            case BinaryPatternSyntax two:
                yield return two.Left;
                if (two.Left is not BinaryPatternSyntax)
                {
                    yield return two.Right;
                }

                // Of A or B or C the left side is a pair again; each alternative is left out once.
                foreach (var other in Others(two.Left))
                {
                    yield return two.WithLeft(other.WithTrailingTrivia(Space));
                }

                foreach (var other in Others(two.Right))
                {
                    yield return two.WithRight(other.WithLeadingTrivia(Space));
                }

                break;
            case ParenthesizedPatternSyntax inner:
                foreach (var other in Others(inner.Pattern))
                {
                    yield return inner.WithPattern(other);
                }

                break;
            case UnaryPatternSyntax not when not.Pattern is not ConstantPatternSyntax and not TypePatternSyntax:
                foreach (var other in Others(not.Pattern))
                {
                    yield return not.WithPattern(other.WithLeadingTrivia(Space));
                }

                break;
            case RecursivePatternSyntax { PropertyPatternClause: { } properties } recursive:
                for (var at = 0; at < properties.Subpatterns.Count; at++)
                {
                    var part = properties.Subpatterns[at];
                    if (!Declares(part) && (properties.Subpatterns.Count > 1 || recursive.Type is not null))
                    {
                        yield return recursive.WithPropertyPatternClause(properties.WithSubpatterns(SeparatedList(properties.Subpatterns.Where((_, place) => place != at))));
                    }

                    foreach (var other in Others(part.Pattern).Concat(part.Pattern is ConstantPatternSyntax or UnaryPatternSyntax && !Declares(part) ? [Negated(part.Pattern)] : []))
                    {
                        yield return recursive.WithPropertyPatternClause(properties.WithSubpatterns(properties.Subpatterns.Replace(part, part.WithPattern(other.WithLeadingTrivia(Space)))));
                    }
                }

                break;
            default:
                break;
        }
    }

    private static PatternSyntax Negated(PatternSyntax pattern) => pattern is UnaryPatternSyntax not
        ? not.Pattern
        : UnaryPattern(Token(SyntaxKind.NotKeyword).WithTrailingTrivia(Space), pattern is BinaryPatternSyntax ? ParenthesizedPattern(pattern.WithoutTrivia()) : pattern.WithoutTrivia());

    private static WhenClauseSyntax When(ExpressionSyntax condition) => WhenClause(Token(SyntaxKind.WhenKeyword).WithTrailingTrivia(Space), condition).WithTrailingTrivia(Space);

    private static ParenthesizedExpressionSyntax Parens(ExpressionSyntax inner) => ParenthesizedExpression(inner.WithoutTrivia());

    private static PrefixUnaryExpressionSyntax Not(ExpressionSyntax inner) => PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, inner);

    private static ParenthesizedExpressionSyntax And(ExpressionSyntax first, ExpressionSyntax second) => Parens(BinaryExpression(SyntaxKind.LogicalAndExpression, Parens(first), Parens(second)));
}
