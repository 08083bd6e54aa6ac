using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>
/// How large an assembly will be on the device, estimated from the records of the nanoFramework v1 format. Offsets
/// into its tables are 16 bits wide, so no table may exceed 64 KB.
/// </summary>
public sealed class PeSize
{
    public const int TableLimit = 65535;

    private const int Header = 104;

    // Bytes of a record.
    private const int AssemblyRef = 12;
    private const int Reference = 8;
    private const int TypeRecord = 24;
    private const int FieldRecord = 8;
    private const int MethodRecord = 16;
    private const int Handler = 12;

    // On average, as the metadata processor has written them for this code: a type is an index of one or two bytes.
    private const int SignatureLength = 5;

    /// <param name="assembly">As it is built for the desk.</param>
    /// <param name="leftOut">Types that the device's project does not compile.</param>
    public PeSize(AssemblyDefinition assembly, IReadOnlySet<TypeDefinition> leftOut)
    {
        Name = assembly.Name.Name;
        ModuleDefinition module = assembly.MainModule;
        TypeDefinition[] types = [.. module.GetTypes().Where(t => t.Name != "<Module>" && !leftOut.Contains(t))];
        MethodDefinition[] methods = [.. types.SelectMany(t => t.Methods)];

        // Constants, the members of an enum among them, are not stored.
        FieldDefinition[] fields = [.. types.SelectMany(t => t.Fields).Where(f => !f.IsLiteral)];
        Code = methods.Sum(CodeOf);
        Strings = StringsOf(module, types, methods, fields).Distinct().Sum(s => s.Length + 1);
        Signatures = methods.Select(SignatureOf).Concat(fields.Select(f => f.FieldType.FullName)).Distinct().Count()
            * SignatureLength
            + fields.Sum(f => f.InitialValue?.Length ?? 0)
            + methods.Where(m => m.HasBody).Sum(m => m.Body.Variables.Count * 3);
        Records = (module.AssemblyReferences.Count * AssemblyRef)
            + ((module.GetTypeReferences().Count() + module.GetMemberReferences().Count()) * Reference)
            + (types.Length * TypeRecord) + (fields.Length * FieldRecord) + (methods.Length * MethodRecord);
    }

    public string Name { get; }

    public int Code { get; }

    public int Strings { get; }

    public int Signatures { get; }

    public int Records { get; }

    public int Total => Header + Code + Strings + Signatures + Records;

    /// <summary>IL of a body on the device: a token takes 2 bytes there, a long branch too.</summary>
    public static int CodeOf(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            return 0;
        }

        int shorter = method.Body.Instructions.Sum(i => i.OpCode.OperandType switch
        {
            OperandType.InlineBrTarget or OperandType.InlineField or OperandType.InlineMethod
                or OperandType.InlineString or OperandType.InlineTok or OperandType.InlineType => 2,
            OperandType.InlineSwitch => (((Instruction[])i.Operand).Length * 2) + 3,
            _ => 0,
        });
        return method.Body.CodeSize - shorter + (method.Body.ExceptionHandlers.Count * Handler);
    }

    private static IEnumerable<string> StringsOf(
        ModuleDefinition module, TypeDefinition[] types, MethodDefinition[] methods, FieldDefinition[] fields) =>
        types.SelectMany(t => new[] { t.Name, t.Namespace })
            .Concat(methods.Select(m => m.Name))
            .Concat(fields.Select(f => f.Name))
            .Concat(module.GetTypeReferences().SelectMany(t => new[] { t.Name, t.Namespace }))
            .Concat(module.GetMemberReferences().Select(m => m.Name))
            .Concat(methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
                .Select(i => i.Operand).OfType<string>());

    private static string SignatureOf(MethodDefinition method) =>
        method.ReturnType.FullName + string.Join(',', method.Parameters.Select(p => p.ParameterType.FullName));
}
