namespace OpenClaw.Protocol.Tests.Catalog;

public sealed class OperatorScopesTests
{
    [Fact]
    public void Admin_covers_every_scope() => Assert.All(OperatorScopes.All, scope => Assert.True(OperatorScopes.Covers([OperatorScopes.Admin], scope)));

    [Theory]
    [InlineData(OperatorScopes.Write, OperatorScopes.Read, true)]
    [InlineData(OperatorScopes.Write, OperatorScopes.Talk, true)]
    [InlineData(OperatorScopes.Write, OperatorScopes.SessionsWrite, true)]
    [InlineData(OperatorScopes.Read, OperatorScopes.SessionsRead, true)]
    [InlineData(OperatorScopes.SessionsWrite, OperatorScopes.SessionsRead, true)]
    [InlineData(OperatorScopes.Read, OperatorScopes.Write, false)]
    [InlineData(OperatorScopes.Write, OperatorScopes.Admin, false)]
    [InlineData(OperatorScopes.Write, OperatorScopes.TalkSecrets, false)]
    [InlineData(OperatorScopes.Write, OperatorScopes.Approvals, false)]
    [InlineData(OperatorScopes.Pairing, OperatorScopes.Read, false)]
    [InlineData(OperatorScopes.Approvals, OperatorScopes.Questions, false)]
    [InlineData("operator.Admin", OperatorScopes.Read, false)]
    public void Wider_scopes_cover_narrower_ones_and_nothing_else(string granted, string required, bool expected) =>
        Assert.Equal(expected, OperatorScopes.Covers([granted], required));

    [Fact]
    public void No_scope_covers_nothing() => Assert.All(OperatorScopes.All, scope => Assert.False(OperatorScopes.Covers([], scope)));
}
