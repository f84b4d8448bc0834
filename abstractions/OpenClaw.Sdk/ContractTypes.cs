using System.Reflection.Metadata;

namespace OpenClaw.Sdk;

/// <summary>Finds the contracts that types of an assembly name.</summary>
internal sealed class ContractTypes(MetadataReader reader)
{
    public string? NameOf(EntityHandle handle)
    {
        if (handle.Kind != HandleKind.TypeReference)
            return null;
        var type = reader.GetTypeReference((TypeReferenceHandle)handle);
        return $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";
    }

    /// <summary>The type whose constructor this is.</summary>
    public string? OwnerOf(EntityHandle constructor) => constructor.Kind == HandleKind.MemberReference
        ? NameOf(reader.GetMemberReference((MemberReferenceHandle)constructor).Parent)
        : null;

    /// <summary>Contracts a class implements, itself or by its base classes in the same assembly.</summary>
    public HashSet<string> ContractsOf(TypeDefinition type)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            foreach (var implementation in type.GetInterfaceImplementations())
            {
                if (NameOf(reader.GetInterfaceImplementation(implementation).Interface) is { } name)
                    found.Add(name);
            }

            if (type.BaseType.IsNil || type.BaseType.Kind != HandleKind.TypeDefinition)
                return found;
            type = reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType);
        }
    }
}
