using Mono.Cecil;

namespace SwapEdge.Tests.Gate;

/// <summary>A declared type or member, written as the reference writes it.</summary>
public sealed record Declaration(TypeDefinition Type, IMemberDefinition Member, string Text)
{
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["System.Boolean"] = "bool", ["System.Byte"] = "byte", ["System.SByte"] = "sbyte", ["System.Char"] = "char",
        ["System.Int16"] = "short", ["System.UInt16"] = "ushort", ["System.Int32"] = "int", ["System.UInt32"] = "uint",
        ["System.Int64"] = "long", ["System.UInt64"] = "ulong", ["System.Single"] = "float",
        ["System.Double"] = "double",
        ["System.String"] = "string", ["System.Object"] = "object", ["System.Void"] = "void",
    };

    public string TypeName => Name(Type);

    /// <summary>Full name without what it takes and returns.</summary>
    public string ShortName => Member == Type ? TypeName : $"{TypeName}.{Member.Name}";

    /// <summary>The visible members of a type. A property, or an event, is there once, with its accessors.</summary>
    public static IEnumerable<Declaration> Members(TypeDefinition type)
    {
        string full = Name(type);
        IEnumerable<Declaration> fields = type.Fields.Where(f => f.IsPublic && !f.IsSpecialName).Select(
            f => new Declaration(type, f, type.IsEnum ? $"{full}.{f.Name} = {f.Constant}" : Field(full, f)));
        IEnumerable<Declaration> properties = type.Properties.Select(
            p => new Declaration(type, p, Property(full, p)));
        IEnumerable<Declaration> methods = type.Methods
            .Where(m => (m.IsPublic || m.IsFamily) && !m.IsGetter && !m.IsSetter && !m.IsAddOn && !m.IsRemoveOn)
            .Select(m => new Declaration(type, m, Method(full, m)));
        IEnumerable<Declaration> events = type.Events.Select(e => new Declaration(type, e, Event(full, e)));
        return fields.Concat(properties).Concat(events).Concat(methods);
    }

    /// <summary>A type's full name, with a dot before a nested type.</summary>
    public static string Name(TypeReference type) => type.FullName.Replace('/', '.');

    private static string Field(string full, FieldDefinition field) =>
        "field " + (field.IsStatic ? "static " : "") + Value(field.FieldType) + $" {full}.{field.Name}"
        + (field.IsLiteral ? " = const" : "");

    private static string Property(string full, PropertyDefinition property)
    {
        bool isStatic = (property.GetMethod ?? property.SetMethod).IsStatic;
        string index = property.HasParameters ? $"[{Values(property.Parameters)}]" : "";
        string accessors = (property.GetMethod is null ? "" : "get; ") + (property.SetMethod is null ? "" : "set; ");
        return "property " + (isStatic ? "static " : "") + Value(property.PropertyType)
            + $" {full}.{property.Name}{index} {{ {accessors}}}";
    }

    private static string Event(string full, EventDefinition e) =>
        "event " + (e.AddMethod.IsStatic ? "static " : "") + Value(e.EventType) + $" {full}.{e.Name}";

    private static string Method(string full, MethodDefinition method)
    {
        string values = Values(method.Parameters);
        return method.IsConstructor
            ? $"ctor {full}({values})"
            : (method.IsStatic ? "static " : "") + $"{Value(method.ReturnType)} {full}.{method.Name}({values})";
    }

    private static string Values(IEnumerable<ParameterDefinition> parameters) =>
        string.Join(',', parameters.Select(
            p => p.IsOut ? "out " + Value(p.ParameterType)["ref ".Length..] : Value(p.ParameterType)));

    private static string Value(TypeReference type) => type switch
    {
        ArrayType array => Value(array.ElementType) + "[]",
        ByReferenceType reference => "ref " + Value(reference.ElementType),
        _ => Keywords.GetValueOrDefault(type.FullName, Name(type)),
    };
}
