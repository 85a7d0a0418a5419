using ShuangDa.Grains.ProductClasses;
using ShuangDa.GraphQL.Conventions;

namespace ShuangDa.GraphQL.ProductClasses;

/// <summary>产品类别命令的入口.</summary>
public sealed class ProductClassDoor() : ListedDoor<IProductClassGrain, ProductClass, ProductClassCommand, ProductClassEvent, ProductClassRow, ProductClassType>(
    ProductClass.List, "productClass", row => new(row.Code, row));
