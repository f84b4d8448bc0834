using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Data.Sqlite;

namespace OpenClaw.Host.Tests.Storage.Bindings;

/// <summary>
/// Microsoft.Data.Sqlite was compiled against another assembly of this name. These tests read what it asks of that
/// assembly, so that an upgrade which asks for more fails here and not in front of a user.
/// </summary>
public sealed class SignatureTests
{
    private const string Ours = "SQLitePCLRaw.core";
    private static readonly SignatureNames Names = new();

    [Fact]
    public void Every_member_that_the_provider_references_exists_with_the_same_signature()
    {
        var asked = Read(typeof(SqliteConnection).Assembly, References);
        var given = Read(typeof(SQLitePCL.raw).Assembly, Definitions).ToHashSet(StringComparer.Ordinal);

        Assert.True(asked.Count > 80, $"Only {asked.Count} references were found.");
        Assert.Equal([], asked.Except(given));
    }

    [Fact]
    public void Our_version_satisfies_the_reference()
    {
        var asked = typeof(SqliteConnection).Assembly.GetReferencedAssemblies().Single(a => a.Name == Ours);

        Assert.True(typeof(SQLitePCL.raw).Assembly.GetName().Version >= asked.Version, $"The provider asks for {asked.Version}.");
    }

    private static List<string> References(MetadataReader reader)
    {
        var found = new List<string>();
        var ours = reader.TypeReferences.Where(h => IsOurs(reader, h)).ToHashSet();
        found.AddRange(ours.Select(h => "type " + SignatureNames.NameOf(reader, h)));
        foreach (var member in reader.MemberReferences.Select(reader.GetMemberReference))
        {
            if (member.Parent.Kind != HandleKind.TypeReference || !ours.Contains((TypeReferenceHandle)member.Parent))
            {
                continue;
            }

            var type = SignatureNames.NameOf(reader, (TypeReferenceHandle)member.Parent);
            var name = reader.GetString(member.Name);
            found.Add(member.GetKind() == MemberReferenceKind.Field
                ? SignatureNames.Field(type, name, member.DecodeFieldSignature(Names, null))
                : SignatureNames.Method(type, name, member.DecodeMethodSignature(Names, null)));
        }

        return found;
    }

    private static List<string> Definitions(MetadataReader reader)
    {
        var found = new List<string>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var definition = reader.GetTypeDefinition(handle);
            if ((definition.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public)
            {
                continue;
            }

            var type = SignatureNames.NameOf(reader, handle);
            found.Add("type " + type);
            found.AddRange(definition.GetMethods().Select(reader.GetMethodDefinition)
                .Where(m => (m.Attributes & MethodAttributes.MemberAccessMask) == MethodAttributes.Public)
                .Select(m => SignatureNames.Method(type, reader.GetString(m.Name), m.DecodeSignature(Names, null))));
            found.AddRange(definition.GetFields().Select(reader.GetFieldDefinition)
                .Where(f => (f.Attributes & FieldAttributes.FieldAccessMask) == FieldAttributes.Public)
                .Select(f => SignatureNames.Field(type, reader.GetString(f.Name), f.DecodeSignature(Names, null))));
        }

        return found;
    }

    private static bool IsOurs(MetadataReader reader, TypeReferenceHandle handle)
    {
        var scope = reader.GetTypeReference(handle).ResolutionScope;
        return scope.Kind == HandleKind.AssemblyReference
            && reader.StringComparer.Equals(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name, Ours);
    }

    private static List<string> Read(Assembly assembly, Func<MetadataReader, List<string>> list)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return list(file.GetMetadataReader());
    }
}
