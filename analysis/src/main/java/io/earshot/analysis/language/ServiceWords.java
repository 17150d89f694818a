package io.earshot.analysis.language;

import java.util.List;

/** Compounds that customers of any trade use and general dictionaries lack. */
final class ServiceWords {
  static final List<String> CHINESE =
      List.of(
          "价格保护", "保价", "退换货", "运费险", "上门取件", "上门安装", "自提点", "自提柜", "快递员", "快递柜", "电子发票", "纸质发票",
          "增值税发票", "专用发票", "发票抬头", "优惠券", "满减", "优惠码", "会员费", "自动续费", "自动扣款", "验证码", "收货地址", "物流信息",
          "待出库", "待发货", "预售", "定金", "尾款", "客服电话", "人工客服", "售后服务", "质保期", "保修期", "维修点", "返修", "退款进度",
          "银行卡", "信用卡", "账单", "套餐", "宽带", "流量包", "话费", "合约期", "违约金", "差价", "补差价", "赠品", "配件", "屏幕",
          "死机", "卡顿", "闪退", "黑屏", "重新下单", "订单号", "运单号", "取件码", "好评", "差评", "投诉电话");

  private ServiceWords() {}
}
