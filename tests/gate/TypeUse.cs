using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SwapEdge.Tests.Gate;

/// <summary>A type named somewhere in device code: in a field, a signature, a local or an instruction.</summary>
public sealed record TypeUse(Func<Place> Place, TypeReference Type, TypeDefinition In, MethodDefinition? Method)
{
    public static IEnumerable<TypeUse> All(DeviceCode code) =>
        code.Types.SelectMany(type => Raw(code, type)).SelectMany(
            use => Parts(use.Type).Select(part => use with { Type = part }));

    private static IEnumerable<TypeUse> Raw(DeviceCode code, TypeDefinition type)
    {
        foreach (TypeReference parent in type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType ?? type))
        {
            yield return new TypeUse(() => code.At(type), parent, type, null);
        }

        foreach (FieldDefinition field in type.Fields.Where(f => !f.IsLiteral))
        {
            yield return new TypeUse(() => code.At(field), field.FieldType, type, null);
        }

        foreach (MethodDefinition method in type.Methods)
        {
            foreach (TypeReference named in method.Parameters.Select(p => p.ParameterType).Append(method.ReturnType))
            {
                yield return new TypeUse(() => code.At(method), named, type, method);
            }

            foreach ((Instruction instruction, TypeReference named) in InBody(method))
            {
                yield return new TypeUse(() => code.At(method, instruction), named, type, method);
            }
        }
    }

    private static IEnumerable<(Instruction Instruction, TypeReference Type)> InBody(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            yield break;
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            foreach (TypeReference type in Operand(instruction.Operand))
            {
                yield return (instruction, type);
            }

            if (Stored(method, instruction) is VariableDefinition local)
            {
                yield return (instruction, local.VariableType);
            }
        }
    }

    private static IEnumerable<TypeReference> Operand(object? operand) => operand switch
    {
        TypeReference type => [type],
        FieldReference field => [field.DeclaringType, field.FieldType],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)],
        CallSite site => [new FunctionPointerType()],
        _ => [],
    };

    /// <summary>The local that an instruction stores to or takes the address of.</summary>
    private static VariableDefinition? Stored(MethodDefinition method, Instruction instruction) =>
        instruction.OpCode.Code switch
    {
        Code.Stloc_0 => method.Body.Variables[0],
        Code.Stloc_1 => method.Body.Variables[1],
        Code.Stloc_2 => method.Body.Variables[2],
        Code.Stloc_3 => method.Body.Variables[3],
        Code.Stloc_S or Code.Stloc or Code.Ldloca or Code.Ldloca_S => (VariableDefinition)instruction.Operand,
        _ => null,
    };

    /// <summary>A type and what it is made of: element types, arguments, modifiers.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        yield return type;
        if (type is IModifierType modified)
        {
            yield return modified.ModifierType;
        }

        if (type is GenericInstanceType generic)
        {
            foreach (TypeReference part in generic.GenericArguments.SelectMany(Parts))
            {
                yield return part;
            }
        }
        else if (type is TypeSpecification specification and not FunctionPointerType)
        {
            foreach (TypeReference part in Parts(specification.ElementType))
            {
                yield return part;
            }
        }
    }
}
