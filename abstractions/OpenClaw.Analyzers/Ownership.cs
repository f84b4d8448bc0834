using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OpenClaw.Analyzers;

/// <summary>Tells whether somebody ends what an expression begins: a using, a field of a disposable type, a call of Dispose, or a caller.</summary>
internal static class Ownership
{
    public static bool IsOwned(IOperation operation, ISymbol container)
    {
        SyntaxNode node = operation.Syntax;
        while (node.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or PostfixUnaryExpressionSyntax)
            node = node.Parent;
        return node.Parent switch
        {
            UsingStatementSyntax => true,
            ExpressionStatementSyntax => false,
            AssignmentExpressionSyntax assignment => IsKept(assignment, container) || IsDisposedLater(assignment.Left.ToString(), node),
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => IsUsing(variable) || IsField(variable, container) || IsDisposedLater(variable.Identifier.Text, node),
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => container.ContainingType.IsDisposable(),
            // Returned or handed on: the receiver's business.
            ArrowExpressionClauseSyntax => container is not IMethodSymbol { ReturnsVoid: true },
            ReturnStatementSyntax or ArgumentSyntax => true,
            _ => false,
        };
    }

    private static bool IsKept(AssignmentExpressionSyntax assignment, ISymbol container) =>
        assignment.Left.ToString() != "_" && container.ContainingType.IsDisposable() && !IsLocal(assignment);

    private static bool IsLocal(AssignmentExpressionSyntax assignment) =>
        assignment.Left is IdentifierNameSyntax name
        && Body(assignment)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().Any(variable => variable.Identifier.Text == name.Identifier.Text) == true;

    private static bool IsUsing(VariableDeclaratorSyntax variable) =>
        variable.Parent?.Parent is UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 };

    private static bool IsField(VariableDeclaratorSyntax variable, ISymbol container) =>
        variable.Parent?.Parent is FieldDeclarationSyntax && container.ContainingType.IsDisposable();

    private static bool IsDisposedLater(string name, SyntaxNode node) =>
        Body(node)?.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(call => Disposes(call, name)) == true;

    private static bool Disposes(InvocationExpressionSyntax call, string name) => call.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Dispose" or "DisposeAsync" } member => member.Expression.ToString() == name,
        MemberBindingExpressionSyntax { Name.Identifier.Text: "Dispose" or "DisposeAsync" } => call.Parent is ConditionalAccessExpressionSyntax access && access.Expression.ToString() == name,
        _ => false,
    };

    private static SyntaxNode? Body(SyntaxNode node) => node.Ancestors().FirstOrDefault(static ancestor => ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);
}
