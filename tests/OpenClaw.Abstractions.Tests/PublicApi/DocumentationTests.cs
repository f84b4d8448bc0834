using System.Reflection;
using System.Xml.Linq;
using OpenClaw.Plugins;

namespace OpenClaw.Abstractions.Tests.PublicApi;

public sealed class DocumentationTests
{
    private static readonly Assembly Contract = typeof(IPlugin).Assembly;

    private static readonly Dictionary<string, XElement> Documents = XDocument
        .Load(Path.ChangeExtension(Contract.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    [Fact]
    public void Every_public_member_says_what_it_is()
    {
        var types = Contract.GetExportedTypes();
        var names = types.Select(DocumentationId.Of)
            .Concat(types.SelectMany(ApiListing.Members).Where(member => !IsPlainConstructor(member)).Select(DocumentationId.Of));

        Assert.DoesNotContain(names, name => string.IsNullOrWhiteSpace(Documents.GetValueOrDefault(name)?.Element("summary")?.Value));
    }

    [Fact]
    public void Every_parameter_says_what_it_is()
    {
        var undocumented =
            from method in Contract.GetExportedTypes().SelectMany(ApiListing.Members).OfType<MethodBase>()
            where !IsOverride(method)
            from parameter in method.GetParameters()
            where string.IsNullOrWhiteSpace(Parameter(method, parameter.Name!)?.Value)
            select $"{DocumentationId.Of(method)}: {parameter.Name}";

        Assert.Empty(undocumented);
    }

    private static XElement? Parameter(MethodBase method, string name) => Documents.GetValueOrDefault(DocumentationId.Of(method))?
        .Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name);

    // A constructor the compiler adds to a record has nothing to say.
    private static bool IsPlainConstructor(MemberInfo member) =>
        member is ConstructorInfo constructor && constructor.GetParameters().Length == 0 && !typeof(Exception).IsAssignableFrom(member.DeclaringType);

    private static bool IsOverride(MethodBase method) => method is MethodInfo info && info.GetBaseDefinition() != info;
}
